-- Who says that they wrote a practice whose author is not known. Written by nobody: it looks into the grains' states.

create view practice_claim as
select id                                                          as id,
       state ->> 'title'                                           as title,
       state #>> '{revisions,-1,facts,language}'                   as language,
       (state #>> '{claim,by}')::uuid                              as claimed_by,
       (state #>> '{claim,at}') collate "C"                        as claimed_at,
       state #>> '{claim,turnedDownAt}'                            as turned_down_at
  from grain_state
 where kind = 'practice' and state #>> '{claim,by}' is not null;

-- Few practices ever have a claim: it holds those alone.
create index practice_claimed on grain_state (((state #>> '{claim,by}')::uuid)) where kind = 'practice' and state #>> '{claim,by}' is not null;
