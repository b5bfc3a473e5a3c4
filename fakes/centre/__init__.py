"""The reservation centre: J-LIS's side of the procedure."""
