// What every page gets beyond its HTML. Each module looks for its own marks and does nothing without them.
