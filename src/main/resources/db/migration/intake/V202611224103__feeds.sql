-- A way by which messages come: one system of one agency on one channel. It is known from its messages; here is what somebody expects of it.
create table intake.feed (
    authority_id uuid not null references access.authority,
    id uuid not null,
    agency_id uuid not null,
    channel text not null check (channel in ('api', 'web-form', 'phone', 'csv')),
    source text not null,
    expected_every interval check (expected_every >= interval '1 hour'),
    told_silent_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, agency_id) references access.agency,
    constraint one_feed unique (authority_id, agency_id, channel, source)
);
call access.protect_authority('intake.feed');
grant select, insert, update (expected_every, told_silent_at) on intake.feed to lantern_app;
