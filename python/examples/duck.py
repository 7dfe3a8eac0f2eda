"""Who says most in a folder that `whosaid --parquet FOLDER` wrote, by DuckDB: python duck.py FOLDER"""

import sys

import duckdb

if __name__ == "__main__":
    folder = sys.argv[1]
    duckdb.sql(f"""
        SELECT speaker_name, count(*) AS quotes, count(DISTINCT id) AS articles
        FROM '{folder}/quotes/*.parquet' WHERE speaker_kind = 'person' AND certainty >= 0.8
        GROUP BY ALL ORDER BY quotes DESC, speaker_name LIMIT 20
    """).show()
