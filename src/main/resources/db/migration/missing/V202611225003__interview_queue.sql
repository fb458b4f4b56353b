-- Held, feedback form perhaps still owed: the second part of the provider's queue.
create index interview_held on missing.interview (authority_id, outcome_at) where outcome = 'held';
