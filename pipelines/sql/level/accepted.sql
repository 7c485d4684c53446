-- A run that was partial is complete after all.
UPDATE raw.run SET verdict = 'complete', verdict_reasons = [$reason] WHERE run_id = $run_id
