"""Public files of osu!, such as pictures and sounds: allowed hosts, and the download."""
