-- Every name below says its schema, and none of these is a definer: pinning the search path would cost more than the work.
-- Keys keep every letter of every script (a name in Arabic or Greek has a key too) and drop spaces, hyphens, apostrophes, and the invisible
-- marks of right-to-left text, which differ from one keyboard to the next.
create or replace function children.name_key(name text) returns text language sql immutable as $$
    select regexp_replace(lower(ext.unaccent('ext.unaccent', coalesce(name, ''))),
                          '[^a-z0-9\u00a1-\U0010ffff]+|[\u2000-\u206f\ufe00-\ufe0f\ufeff]+', '', 'g') $$;
create or replace function children.name_sound(name text) returns text language sql immutable as $$
    select ext.dmetaphone(split_part(lower(ext.unaccent('ext.unaccent', coalesce(name, ''))), ' ', 1)) $$;
create function children.value_key(value text) returns text language sql immutable as $$
    select regexp_replace(upper(value), '[^A-Z0-9]+', '', 'g') $$;
-- +44 7700 900123, 0044 7700 900123 and 07700 900123 are one number.
create function children.phone_key(number text) returns text language sql immutable as $$
    select regexp_replace(regexp_replace(number, '[^0-9]+', '', 'g'), '^(0044|44)0?', '0') $$;

-- Kept as given in value, lines and number; compared by their keys.
alter table children.identifier add column value_key text not null generated always as (children.value_key(value)) stored;
drop index children.identifier_by_value;
create index identifier_by_key on children.identifier (authority_id, kind, value_key);
alter table children.phone add column number_key text not null generated always as (children.phone_key(number)) stored;
drop index children.phone_by_number;
create index phone_by_key on children.phone (authority_id, number_key);
alter table children.address add column postcode_key text generated always as (children.value_key(postcode)) stored;
create index address_by_postcode on children.address (authority_id, postcode_key) where postcode_key is not null;

-- A birthday has some 150 children in a register of a million: with one part of the name beside it a search touches about ten.
create index child_by_birth_and_family on children.child (authority_id, date_of_birth, children.name_sound(family_name));
create index child_by_birth_and_given on children.child (authority_id, date_of_birth, children.name_sound(given_names));
create index child_of_unknown_birth on children.child (authority_id, children.name_sound(family_name), children.name_sound(given_names))
    where date_of_birth is null;
create index name_by_given on children.name (authority_id, given_key);
