"""Interface of ossapi 5.3.6: programs that were written for it run with this import."""
