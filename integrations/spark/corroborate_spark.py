#!/usr/bin/env python3
"""Runs corroborate on Apache Spark: articles in, findings out, byte for byte those of one run on one machine.

    spark-submit corroborate_spark.py ARTICLES OUTPUT [--tool PATH] [--partitions N]

ARTICLES are JSON Lines, in files that Spark can read, each article with an "id" of its own; OUTPUT is a folder to be
made, which every machine sees: it gets `findings`, one JSON object a line (--format ndjson), and beside them
`frequencies` and `steps`, which can be thrown away.

Map: `corroborate extract`. Group: the tool prints what articles are found by, Spark joins that to links and these to
components. Reduce: `corroborate reconcile`, over as many components at a time as a partition holds: what it says of one
does not depend on the others. How keys make links is said in include/corroborate/links.h.
"""
import argparse
import pathlib
import shlex

from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as F

BLOCK_REACH, LEAST_LINK, MOST_LINKS = 30, 13_000_000, 20  # of include/corroborate/links.h

# The tool's status is 2 where a line could not be read and 3 where there was none: no reason to try again.
TOLERANT = "%s || [ $? -lt 4 ]"

# A partition's lines and links come mixed; links are told by their beginning.
RECONCILE = """
part=$(mktemp -d) && trap 'rm -rf "$part"' EXIT && : > "$part/links" || exit 9
awk -v links="$part/links" '/^[{]"a":/ { print > links; next } 1' > "$part/lines" || exit 9
[ -s "$part/lines" ] || exit 0
"""


def pipe(rows: DataFrame, command: str, columns: str) -> DataFrame:
    """Each partition's rows through one run of a shell command; its lines, tabs between the columns."""
    quoted = command.replace("\\", "\\\\").replace("'", "\\'")
    rows.createOrReplaceTempView("piped")
    tabs = r"ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'"
    return rows.sparkSession.sql(f"SELECT TRANSFORM(*) USING '{quoted}' AS ({columns}) {tabs} FROM piped")


def keep(rows: DataFrame, folder: pathlib.Path) -> DataFrame:
    """Written and read back: what is piped is made once, which a cache does not hold of TRANSFORM."""
    rows.write.parquet(folder.as_uri())
    return rows.sparkSession.read.parquet(folder.as_uri())


def read_articles(spark: SparkSession, articles: str) -> DataFrame:
    """Lines of files, each with its number in its file, which claims tell to people."""
    read = spark.read.text(articles).select("value", F.col("_metadata.file_path").alias("file"),
                                            F.col("_metadata.file_block_start").alias("block"))
    order = Window.partitionBy("file").orderBy("block", "row")
    numbered = read.withColumn("row", F.monotonically_increasing_id()).withColumn("number", F.row_number().over(order))
    with_number = F.regexp_replace("value", r"^\s*\{", F.concat(F.lit('{"line_in_file":'), "number", F.lit(",")))
    return numbered.select(with_number.alias("value"))


def count_terms(lines: DataFrame, tool: str) -> DataFrame:
    """The table that --frequencies reads, as lines; terms of one article alone need not stand in it."""
    terms = pipe(lines, TOLERANT % f"{tool} links -q -j 1 --print terms -", "kind STRING, term STRING, documents LONG")
    sums = terms.groupBy("kind", "term").agg(F.sum("documents").alias("documents"))
    rows = sums.where("documents > 1 OR kind = 'document'")
    return rows.select(F.concat_ws("\t", "kind", F.coalesce("term", F.lit("")), F.col("documents").cast("string")))


def find_keys(lines: DataFrame, tool: str, frequencies: str) -> DataFrame:
    """Of each article the keys that it is found by: article, story (where it forces one), keys {term: weight}."""
    command = f"{tool} links -q -j 1 --print keys --frequencies <(cat {frequencies}) -"
    rows = pipe(lines, TOLERANT % command, "row STRING")
    parsed = F.from_json("row", "article STRING, story STRING, keys MAP<STRING, LONG>").alias("row")
    return rows.select(parsed).select("row.*")


def find_links(keys: DataFrame) -> DataFrame:
    """What `corroborate links` prints: a, b, weight."""
    posts = keys.select("article", F.explode("keys").alias("term", "weight"))
    ahead = Window.partitionBy("term").orderBy("article").rowsBetween(1, BLOCK_REACH)
    near = F.collect_list(F.struct("article", "weight")).over(ahead)
    near_by = posts.withColumn("near", near).select("article", "weight", F.explode("near").alias("other"))
    product = (F.col("weight") * F.col("other.weight")).alias("weight")
    pairs = near_by.select(F.col("article").alias("a"), F.col("other.article").alias("b"), product)
    # Dealt out before they are summed: sums that begin beside the window, of pairs that seldom meet there, leave it no
    # memory where a block is large.
    weighed = pairs.repartition("a", "b").groupBy("a", "b").agg(F.sum("weight").alias("weight"))
    weighed = weighed.where(F.col("weight") >= LEAST_LINK)
    both = weighed.withColumn("of", F.explode(F.array("a", "b")))
    rank = F.row_number().over(Window.partitionBy("of").orderBy(F.desc("weight"), "a", "b"))
    return both.withColumn("rank", rank).where(F.col("rank") <= MOST_LINKS).select("a", "b", "weight").distinct()


def star(edges: DataFrame, least: Column, kept: Column) -> DataFrame:
    hub = F.min(least).over(Window.partitionBy("u"))
    stars = edges.withColumn("hub", hub).where(kept).select(F.col("v").alias("u"), F.col("hub").alias("v"))
    return stars.where("u <> v").distinct()


def find_components(edges: DataFrame) -> DataFrame:
    """Of each article that an edge (u, v) touches the least of its component: article, component. By alternating large
    and small stars (Kiveris and others 2014, Connected Components in MapReduce and Beyond)."""
    state = None
    while True:
        both = edges.select("u", "v").union(edges.select(F.col("v").alias("u"), F.col("u").alias("v")))
        large = star(both, F.least("u", "v"), F.col("v") > F.col("u"))
        down = large.select(F.greatest("u", "v").alias("u"), F.least("u", "v").alias("v"))
        own = down.select("u", F.col("u").alias("v"))
        edges = star(down.union(own), F.col("v"), F.lit(True)).localCheckpoint()
        before, state = state, edges.agg(F.count("*"), F.sum(F.xxhash64("u", "v").cast("decimal(38,0)"))).first()
        if state == before:
            return edges.select(F.col("u").alias("article"), F.col("v").alias("component"))


def as_json(links: DataFrame) -> Column:
    return F.to_json(F.struct(*(links[name] for name in ("a", "b", "weight"))))


def run(spark: SparkSession, articles: str, output: pathlib.Path, tool: str, partitions: int) -> None:
    spark.conf.set("spark.sql.shuffle.partitions", partitions)
    steps = output / "steps"
    read = read_articles(spark, articles).repartition(partitions)
    lines = keep(pipe(read, TOLERANT % f"{tool} extract --packed -q -j 1 -", "line STRING"), steps / "lines")
    table = output / "frequencies"
    count_terms(lines, tool).write.text(table.as_uri())
    frequencies = f"{shlex.quote(str(table))}/part-*"

    keys = keep(find_keys(lines, tool, frequencies), steps / "keys")
    links = keep(find_links(keys), steps / "links")
    first = F.min("article").over(Window.partitionBy("story"))
    forced = keys.where("story IS NOT NULL").select("article", first.alias("first"))
    components = find_components(links.select(F.col("a").alias("u"), F.col("b").alias("v")).union(forced))

    def of_component(rows: DataFrame, article: Column) -> DataFrame:
        named = rows.withColumn("article", article).join(components, "article", "left")
        return named.withColumn("component", F.coalesce("component", "article"))

    parts = of_component(lines, F.get_json_object("line", "$.id")).select("component", "line").union(
        of_component(links, F.col("a")).select("component", as_json(links)))
    parts = parts.repartition(partitions, "component").select("line")
    collection = f'--frequencies <(cat {frequencies}) --links "$part/links"'
    command = f'{tool} reconcile -q -j 1 --format ndjson {collection} "$part/lines"'
    findings = pipe(parts, RECONCILE + TOLERANT % command, "finding STRING")
    findings.write.text((output / "findings").as_uri())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("articles", metavar="ARTICLES", help="JSON Lines: a file, a folder or a pattern")
    parser.add_argument("output", metavar="OUTPUT", type=pathlib.Path, help="folder to be made")
    parser.add_argument("--tool", default="corroborate", help="the executable, as every machine finds it")
    parser.add_argument("--partitions", type=int, default=0, help="default: as many as Spark has cores")
    arguments = parser.parse_args()
    spark = SparkSession.builder.appName("corroborate").getOrCreate()
    run(spark, arguments.articles, arguments.output.absolute(), shlex.quote(arguments.tool),
        arguments.partitions or spark.sparkContext.defaultParallelism)
    spark.stop()


if __name__ == "__main__":
    main()
