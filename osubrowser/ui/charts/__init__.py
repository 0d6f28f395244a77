"""Line and bar charts."""
