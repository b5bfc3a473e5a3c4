"""The facts of the procedure by what they belong to; `fakes.policy` makes one policy of them."""
