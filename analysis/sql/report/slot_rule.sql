-- What the rules about slots take for granted, and who says so.
SELECT
    epoch(rule.hold) / 60 AS hold_minutes, -- a place in a basket that is not ordered comes back within it
    max(a.why) FILTER (a.name = 'hold_minutes') AS hold_why, -- null where nobody says
    epoch(rule.cutoff) / 60 AS cutoff_minutes, -- so long before a slot one can order for it, where the source does not tell
    max(a.why) FILTER (a.name = 'cutoff_minutes') AS cutoff_why, -- null where nobody says
    rule.rule_version -- goes up when a rule changes
FROM core.slot_rule AS rule
LEFT JOIN raw.assumption AS a USING (retailer)
WHERE rule.retailer = $retailer
GROUP BY rule.hold, rule.cutoff, rule.rule_version
