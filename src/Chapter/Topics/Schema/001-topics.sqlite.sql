-- Topics as lists see them. Written by nobody: it looks into the grains' states. What was withdrawn is in no list.

create view topic as
select id                                              as id,
       state                                           as json,
       state ->> '$.proposer'                          as proposer,
       state ->> '$.proposedAt'                        as proposed_at,
       state ->> '$.content.title'                     as title,
       state ->> '$.content.words'                     as words,
       state ->> '$.content.language'                  as language,
       state ->> '$.content.stream'                    as stream,
       json_array_length(state, '$.interested')        as interest,
       state ->> '$.keptAt'                            as kept_at,
       state ->> '$.declined.at'                       as declined_at,
       state ->> '$.treated.meeting'                   as treated_by,
       state ->> '$.treated.at'                        as treated_at
  from grain_state
 where kind = 'topic' and state ->> '$.withdrawnAt' is null;

-- Who is interested, one row a person.
create view topic_interest as
select g.id as topic_id, i.value ->> '$.member' as member_id, i.value ->> '$.at' as said_at
  from grain_state g, json_each(g.state, '$.interested') i
 where g.kind = 'topic';

create index topic_by_proposer on grain_state (state ->> '$.proposer') where kind = 'topic';

-- For what waits, and for what was treated last: most topics there ever were are neither.
create index topic_open on grain_state (id) where kind = 'topic' and state ->> '$.withdrawnAt' is null and state ->> '$.treated.meeting' is null;
create index topic_treated on grain_state (state ->> '$.treated.at' desc, id desc) where kind = 'topic' and state ->> '$.treated.meeting' is not null;
