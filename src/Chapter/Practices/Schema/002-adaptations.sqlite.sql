-- Practices that were adapted from another one of this chapter. Written by nobody: it looks into the grains' states.
create view practice_adaptation as
select id                                                         as id,
       state ->> '$.revisions[#-1].facts.adaptedFrom.practice'    as adapted_from
  from grain_state
 where kind = 'practice' and state ->> '$.revisions[#-1].facts.adaptedFrom.practice' is not null;

create index practice_by_adapted on grain_state (state ->> '$.revisions[#-1].facts.adaptedFrom.practice')
 where kind = 'practice' and state ->> '$.revisions[#-1].facts.adaptedFrom.practice' is not null;
