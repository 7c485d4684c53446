-- Every table and view, and what it holds.
SELECT schema_name || '.' || table_name AS table, comment AS holds
FROM (
    SELECT schema_name, table_name, comment FROM duckdb_tables()
    UNION ALL
    SELECT schema_name, view_name, comment FROM duckdb_views() WHERE NOT internal
)
WHERE schema_name IN ('raw', 'core', 'mart', 'result')
ORDER BY list_position(['mart', 'result', 'core', 'raw'], schema_name), table_name
