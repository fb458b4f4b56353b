-- A role's own list leaves out what belongs to another team or agency, so these come before the order in its index.
drop index timescales.timescale_list_of_role;
create index timescale_list_of_role on timescales.timescale (authority_id, owner_role, owner_team, owner_agency, list_at, id)
    where met_at is null and cancelled_at is null and waived_at is null and owner_person is null;
