-- A role is asked for evidence by a link that opens one form and nothing else; what comes waits until an officer takes it.
create table oversight.evidence_request (
    authority_id uuid not null,
    id uuid not null,
    recommendation_id uuid not null,
    asked_of text not null check (length(asked_of) between 2 and 200),
    question text not null default '',
    wanted_by date not null,
    token_hash bytea not null unique,
    asked_at timestamptz not null,
    asked_by uuid not null,
    withdrawn_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, recommendation_id) references oversight.recommendation
);
create index request_of_recommendation on oversight.evidence_request (authority_id, recommendation_id);
create table oversight.evidence_reply (
    authority_id uuid not null,
    id uuid not null,
    evidence_request_id uuid not null,
    dated_on date not null,
    author text not null check (length(author) between 2 and 200),
    organisation text not null default '' check (length(organisation) <= 200),
    words text not null check (length(words) between 3 and 20000),
    received_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid,
    evidence_id uuid,
    set_aside_because text,
    primary key (authority_id, id),
    foreign key (authority_id, evidence_request_id) references oversight.evidence_request,
    foreign key (authority_id, evidence_id) references oversight.evidence
);
create index reply_to_request on oversight.evidence_reply (authority_id, evidence_request_id);
create index reply_as_evidence on oversight.evidence_reply (authority_id, evidence_id) where evidence_id is not null;

-- A file read into rows that a person takes one by one. The file is kept as it came.
create table oversight.paper_reading (
    authority_id uuid not null,
    id uuid not null,
    inquiry_id uuid not null,
    name text not null,
    bytes bytea not null,
    sha256 bytea not null,
    read_at timestamptz not null,
    read_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, inquiry_id) references oversight.inquiry
);
create index reading_of_inquiry on oversight.paper_reading (authority_id, inquiry_id);
create table oversight.reading_row (
    authority_id uuid not null,
    id uuid not null,
    paper_reading_id uuid not null,
    place integer not null,
    raw text not null,
    number text not null,
    words text not null,
    responsible text not null,
    targets text not null,
    assessment text not null,
    concluded text not null,
    evidence text not null,
    state text not null default 'waiting' check (state in ('waiting', 'taken', 'set-aside')),
    recommendation_id uuid,
    decided_at timestamptz,
    decided_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, paper_reading_id) references oversight.paper_reading,
    foreign key (authority_id, recommendation_id) references oversight.recommendation
);
create index row_of_reading on oversight.reading_row (authority_id, paper_reading_id, place);
create index row_as_recommendation on oversight.reading_row (authority_id, recommendation_id) where recommendation_id is not null;

do $$ declare t text; begin
    foreach t in array array['evidence_request', 'evidence_reply', 'paper_reading', 'reading_row'] loop
        call oversight.protect(t);
    end loop;
end $$;
grant update (withdrawn_at) on oversight.evidence_request to lantern_app;
grant update (decided_at, decided_by, evidence_id, set_aside_because) on oversight.evidence_reply to lantern_app;
grant update (number, words, responsible, targets, assessment, concluded, evidence, state, recommendation_id, decided_at, decided_by) on oversight.reading_row to lantern_app;

-- Whoever holds the link has no account: the function shows one question, and only while it is asked.
create function oversight.asked(token text) returns table (authority_name text, number text, recommendation text, asked_of text, question text, wanted_by date, replies bigint)
language sql stable security definer set search_path = pg_catalog as $$
    select a.name, r.number, r.words, q.asked_of, q.question, q.wanted_by,
           (select count(*) from oversight.evidence_reply p where p.authority_id = q.authority_id and p.evidence_request_id = q.id)
    from oversight.evidence_request q
    join oversight.recommendation r on r.authority_id = q.authority_id and r.id = q.recommendation_id
    join access.authority a on a.id = q.authority_id
    where q.token_hash = sha256(convert_to(token, 'UTF8')) and q.withdrawn_at is null
$$;
-- At most ten replies to one question, so that a link that got about cannot fill the database.
create function oversight.reply(token text, id uuid, dated_on date, author text, organisation text, words text, at timestamptz) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
    with reply as (
        insert into oversight.evidence_reply (authority_id, id, evidence_request_id, dated_on, author, organisation, words, received_at)
        select q.authority_id, $2, q.id, $3, $4, $5, $6, $7 from oversight.evidence_request q
        where q.token_hash = sha256(convert_to($1, 'UTF8')) and q.withdrawn_at is null
          and (select count(*) from oversight.evidence_reply p where p.authority_id = q.authority_id and p.evidence_request_id = q.id) < 10
        returning 1)
    select exists (select from reply)
$$;
revoke all on function oversight.asked(text), oversight.reply(text, uuid, date, text, text, text, timestamptz) from public;
grant execute on function oversight.asked(text), oversight.reply(text, uuid, date, text, text, text, timestamptz) to lantern_app;
