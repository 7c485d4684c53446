-- A run gets another verdict, for a reason that later runs gave.
UPDATE raw.run SET verdict = $verdict, verdict_reasons = [$reason] WHERE run_id = $run_id
