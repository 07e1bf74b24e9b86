"""Made-up forum folders for the benchmarks: the same shape and seed give the same bytes. Nothing in them is true."""
