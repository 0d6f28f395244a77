"""JSON decoding into entities: a strict pass, then a tolerant one."""
