"""Quotes of a table of articles on a cluster of Ray: python ray_data.py articles.parquet quotes"""

import sys

import ray
import whosaid


def quotes(batch):
    return whosaid.annotate_table(batch, date="date", coded=False, threads=1).quotes.to_pyarrow()


if __name__ == "__main__":
    articles = ray.data.read_parquet(sys.argv[1], columns=["id", "text", "date"])
    articles.map_batches(quotes, batch_format="pyarrow", batch_size=1000).write_parquet(sys.argv[2])
