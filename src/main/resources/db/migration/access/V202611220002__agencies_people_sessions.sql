create table access.authority (
    id uuid primary key,
    code text not null unique check (code ~ '^[a-z][a-z0-9-]{1,40}$'),
    name text not null
);
create table access.agency (
    authority_id uuid not null references access.authority,
    id uuid not null,
    code text not null,
    kind text not null check (kind in ('children', 'police', 'health', 'education', 'returns', 'licensing', 'other-authority', 'other')),
    name text not null,
    primary key (authority_id, id),
    unique (authority_id, code)
);
create table access.team (
    authority_id uuid not null,
    id uuid not null,
    agency_id uuid not null,
    name text not null,
    primary key (authority_id, id),
    foreign key (authority_id, agency_id) references access.agency
);
create index team_of_agency on access.team (authority_id, agency_id);

-- What each role may do, and how far it sees: 'authority' every child of the authority; 'involved' only children its agency or team works with.
-- How far counts in the authority's own children's services; people of another agency see what a sharing agreement names.
-- sections: the parts of a record that the role is limited to, whatever an agreement says; null: no limit.
create table access.role (
    code text primary key,
    title text not null,
    reach text not null check (reach in ('authority', 'involved')),
    permissions text[] not null,
    sections text[]
);
insert into access.role (code, title, reach, permissions) values
    ('hub-worker', 'Hub worker', 'authority', '{read-inbox,write-notification,decide-notification,read-child,write-child,read-episode,write-episode,merge-episodes,read-interview,refer-interview,read-timescales}'),
    ('hub-manager', 'Hub manager', 'authority', '{read-inbox,write-notification,decide-notification,read-child,write-child,read-episode,write-episode,merge-episodes,close-episode,read-interview,refer-interview,read-timescales,waive-timescales,read-ledger}'),
    ('duty-worker', 'Out-of-hours duty worker', 'authority', '{read-inbox,write-notification,decide-notification,read-child,read-episode,write-episode,read-interview,read-timescales}'),
    ('social-worker', 'Social worker', 'involved', '{write-notification,read-child,write-child,read-episode,write-episode,close-episode,read-interview,refer-interview,read-narrative,read-timescales}'),
    ('team-manager', 'Team manager', 'involved', '{write-notification,read-child,write-child,read-episode,write-episode,close-episode,merge-episodes,read-interview,refer-interview,read-narrative,read-timescales,waive-timescales}'),
    ('reviewing-officer', 'Independent reviewing officer', 'involved', '{read-child,read-episode,read-interview,read-timescales}'),
    ('head-of-service', 'Head of Service', 'authority', '{read-inbox,read-child,write-child,read-episode,write-episode,close-episode,merge-episodes,read-interview,read-narrative,read-timescales,waive-timescales,change-standards}'),
    ('executive-director', 'Executive Director', 'authority', '{read-child,read-episode,read-interview,read-timescales}'),
    ('interviewer', 'Return-interview worker', 'involved', '{read-child,read-episode,read-interview,write-interview,read-narrative,read-timescales}'),
    ('provider-manager', 'Return-interview manager', 'involved', '{read-child,read-episode,read-interview,write-interview,read-narrative,read-timescales,waive-timescales}'),
    ('police-analyst', 'Police missing persons analyst', 'involved', '{write-notification,read-child,read-episode,read-timescales}'),
    ('service-manager', 'Service manager', 'authority', '{read-inbox,read-child,read-episode,read-interview,read-timescales,change-standards,read-ledger}'),
    ('governance-lead', 'Information governance lead', 'authority', '{read-ledger,read-child}'),
    ('administrator', 'Administrator', 'involved', '{manage-people,manage-tokens,change-standards}'),
    ('system', 'Lantern itself', 'authority', '{read-inbox,write-notification,decide-notification,read-child,write-child,read-episode,write-episode,refer-interview,read-interview,read-timescales}');

-- What a machine client's scope lets it do (spec: api.md).
-- hub: the scope of the hub's own systems; held by a client of children's services it reaches the whole authority, as the hub does.
create table access.scope (code text primary key, permissions text[] not null, hub boolean not null default false);
insert into access.scope (code, permissions, hub) values
    ('notifications:write', '{write-notification}', false),
    ('children:read', '{read-child}', false),
    ('episodes:read', '{read-episode}', false),
    ('episodes:write', '{read-episode,write-episode,close-episode}', false),
    ('interviews:write', '{read-interview,write-interview,refer-interview,read-narrative}', false),
    ('timescales:read', '{read-timescales}', false),
    ('inbox:write', '{read-inbox,decide-notification,read-child,write-child}', true);

create table access.person (
    authority_id uuid not null references access.authority,
    id uuid not null,
    name text not null,
    email text not null,
    state text not null default 'invited' check (state in ('invited', 'active', 'disabled')),
    created_at timestamptz not null,
    primary key (authority_id, id)
);
create unique index person_signs_in_by_email on access.person (email);

-- Apart from access.person, so that a list of colleagues can never carry a secret.
create table access.credential (
    authority_id uuid not null,
    person_id uuid not null,
    password_hash text not null,
    code_secret bytea not null,
    last_code_step bigint not null default 0,
    failures integer not null default 0,
    locked_until timestamptz,
    primary key (authority_id, person_id),
    foreign key (authority_id, person_id) references access.person
);
create table access.invitation (
    token_hash bytea primary key,
    authority_id uuid not null,
    person_id uuid not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    foreign key (authority_id, person_id) references access.person
);
create index invitation_of_person on access.invitation (authority_id, person_id);

-- A person signs in as one post at a time.
create table access.post (
    authority_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    agency_id uuid not null,
    team_id uuid,
    role text not null references access.role,
    starts_at timestamptz not null,
    ends_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, person_id) references access.person,
    foreign key (authority_id, agency_id) references access.agency,
    foreign key (authority_id, team_id) references access.team
);
create index post_of_person on access.post (authority_id, person_id);
create index post_in_agency on access.post (authority_id, agency_id);
create index post_in_team on access.post (authority_id, team_id);
create index post_with_role on access.post (role);

create table access.session (
    id uuid primary key,
    token_hash bytea not null unique,
    authority_id uuid not null,
    person_id uuid not null,
    post_id uuid not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at timestamptz,
    foreign key (authority_id, person_id) references access.person,
    foreign key (authority_id, post_id) references access.post
);
create index session_of_person on access.session (authority_id, person_id);
create index session_of_post on access.session (authority_id, post_id);

create table access.client (
    authority_id uuid not null references access.authority,
    id uuid not null,
    agency_id uuid,
    name text not null,
    kind text not null check (kind in ('client', 'system')),
    created_at timestamptz not null,
    primary key (authority_id, id),
    foreign key (authority_id, agency_id) references access.agency
);
create index client_of_agency on access.client (authority_id, agency_id);
create table access.client_token (
    id uuid primary key,
    token_hash bytea not null unique,
    authority_id uuid not null,
    client_id uuid not null,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz,
    foreign key (authority_id, client_id) references access.client
);
create index token_of_client on access.client_token (authority_id, client_id);

-- Who works with which child: the only thing besides reach that opens a record. Written by facts (allocation, referral, notification), never by hand.
create table access.involvement (
    authority_id uuid not null references access.authority,
    id uuid not null,
    child_id uuid not null,
    agency_id uuid not null,
    team_id uuid,
    kind text not null check (kind in ('allocation', 'notification', 'interview', 'episode', 'review', 'placement', 'meeting', 'plan', 'education-case')),
    subject_id uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, agency_id) references access.agency,
    foreign key (authority_id, team_id) references access.team
);
create index involvement_opens_a_child on access.involvement (authority_id, child_id, agency_id) include (team_id, ends_at);
create index involvement_of_agency on access.involvement (authority_id, agency_id, team_id, child_id) where ends_at is null;
create index involvement_by_fact on access.involvement (authority_id, subject_id);

-- What somebody typed and has not finished; only its author ever sees it.
create table access.draft (
    authority_id uuid not null,
    person_id uuid not null,
    form text not null,
    fields jsonb not null,
    errors jsonb not null default '[]',
    saved_at timestamptz not null,
    primary key (authority_id, person_id, form),
    foreign key (authority_id, person_id) references access.person
);

-- One answer for one key: a client that never heard back may ask again (RFC draft Idempotency-Key).
create table access.idempotency (
    authority_id uuid not null,
    client_id uuid not null,
    key text not null check (length(key) <= 200),
    request_hash bytea not null,
    status integer not null,
    headers jsonb not null default '{}',
    body text not null,
    created_at timestamptz not null,
    primary key (authority_id, client_id, key)
);
alter table access.idempotency alter request_hash set statistics 0, alter headers set statistics 0, alter body set statistics 0;
