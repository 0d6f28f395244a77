"""Fault injection: named faults of the wire, of response bodies and of paging."""
