"""The commands on guides, `tejun check`, `review`, `impact` and `claims`, and what they write."""
