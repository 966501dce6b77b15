-- Analysed tokens, separated by spaces; secure-delete, so that a withdrawn text leaves no words behind.
create virtual table library_search using fts5 (title, summary, text, tokenize = 'ascii', detail = column);
insert into library_search (library_search, rank) values ('secure-delete', 1);

create trigger library_facet_added after insert on library_facet begin
  insert into library_facet_count (kind, value, practices) values (new.kind, new.value, 1)
  on conflict (kind, value) do update set practices = practices + 1;
end;

create trigger library_facet_gone after delete on library_facet begin
  update library_facet_count set practices = practices - 1 where kind = old.kind and value = old.value;
end;
