-- Members as lists see them. Written by nobody: it looks into the grains' states. Name and address are in the account, which has the same id.

create view member as
select id                                                                                          as id,
       state::text                                                                                 as json,
       case when state ->> 'leftAt' is null then (state #>> '{acceptances,-1,version}')::bigint end as accepted,
       (state #>> '{shown,name}')::boolean::int                                                    as shown,
       case when (state #>> '{shown,affiliation}')::boolean then state #>> '{profile,affiliation}' else '' end as affiliation,
       case when (state #>> '{shown,talkAbout}')::boolean then state #>> '{profile,talkAbout}' else '' end     as talk_about
  from grain_state
 where kind = 'member';

-- Those who chose to be seen, without opening everybody's state.
create index member_shown on grain_state (kind, id, ((state #>> '{shown,name}')::boolean::int)) where kind = 'member';
