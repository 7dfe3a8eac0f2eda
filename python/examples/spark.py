"""Quotes of a table of articles on a cluster of Spark: spark-submit spark.py articles.parquet quotes.parquet"""

import sys

import pyarrow as pa
import whosaid
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema


def quotes(batches):
    for batch in batches:
        found = whosaid.annotate_table(batch, date="date", coded=False, threads=1)
        yield from found.quotes.to_pyarrow().to_batches()


if __name__ == "__main__":
    spark = SparkSession.builder.getOrCreate()
    schema = from_arrow_schema(pa.schema(whosaid.schemas(coded=False).quotes))
    articles = spark.read.parquet(sys.argv[1]).select("id", "text", "date")
    articles.mapInArrow(quotes, schema).write.mode("overwrite").parquet(sys.argv[2])
