-- What the matching learnt from an authority's own register: versions, never changed. Version 1 is what ships with Lantern.
create table children.matching_parameters (
    authority_id uuid not null references access.authority,
    version integer not null,
    parameters jsonb not null,
    children integer not null,
    learnt_at timestamptz not null,
    primary key (authority_id, version),
    constraint the_first_version_ships check (version > 1),
    constraint learnt_from_somebody check (children > 0)
);
call access.protect_authority('children.matching_parameters');
grant select, insert on children.matching_parameters to lantern_app;
