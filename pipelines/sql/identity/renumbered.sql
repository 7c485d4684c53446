-- The places go on under the identifier they first had.
UPDATE staged SET location_ref = same_place.location_ref
FROM same_place WHERE staged.location_ref = same_place.fresh_ref
