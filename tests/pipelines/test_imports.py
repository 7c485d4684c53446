import gzip

from watching import at, read_json

from pipelines.imports import SeenAt, import_files


def test_a_file_that_is_broken_is_a_look_that_failed_and_stops_no_other(watch, tmp_path):
    whole, torn = tmp_path / "20250101.json.gz", tmp_path / "20250102.json.gz"
    whole.write_bytes(gzip.compress(b'[{"location_ref": "1"}]'))
    torn.write_bytes(whole.read_bytes()[:-12])
    seen_at = SeenAt(pattern="%Y%m%d")
    runs = import_files(watch.home, watch.origin("locations"), read_json, lambda page: page, [torn, whole], seen_at)
    assert [run.started_utc for run in runs] == [at("01-01"), at("01-02")]
    assert [run.verdict for run in watch.load()] == ["complete", "error"]
