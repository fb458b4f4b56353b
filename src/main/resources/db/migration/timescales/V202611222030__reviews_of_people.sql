-- A review of an agency's people has a clock. It is of no child, and its manager may reach none: so a policy of its own.
create policy review_of_own_agency on timescales.timescale for select to lantern_app
    using (authority_id = (select ctx.authority()) and subject_kind = 'people-review' and (select ctx.can('manage-people'))
           and (owner_agency = (select ctx.agency()) or owner_person = (select ctx.actor())));
