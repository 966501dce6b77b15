account.id uuid not null
account.address text not null
account.address_at timestamp with time zone not null
account.name text not null
account.name_sort bytea not null
account.name_find text not null
account.language text not null
account.stay uuid not null
account.joined_at timestamp with time zone not null
account.left_at timestamp with time zone
account_period.id uuid not null
account_period.account_id uuid not null
account_period.joined_at timestamp with time zone not null
account_period.left_at timestamp with time zone
account_role.account_id uuid not null
account_role.role text not null
account_role.given_at timestamp with time zone not null
account_role.given_by uuid
account_role.taken_at timestamp with time zone
account_role.taken_by uuid
address_change.account_id uuid not null
address_change.letter uuid not null
address_change.address text not null
address_change.code bytea not null
address_change.tries bigint not null
address_change.made_at timestamp with time zone not null
address_change.expires_at timestamp with time zone not null
address_left.id uuid not null
address_left.account_id uuid not null
address_left.address text not null
address_left.at timestamp with time zone not null
address_left.told_at timestamp with time zone
backup_record.kind text not null
backup_record.tried_at timestamp with time zone not null
backup_record.succeeded_at timestamp with time zone
backup_record.code text not null
backup_record.detail text not null
change_log.position bigint not null
change_log.kind text not null
change_log.id uuid not null
change_log.version bigint not null
chapter_contact.node_id text not null
chapter_contact.last_at timestamp with time zone not null
chapter_contact.software_version text not null
chapter_contact.health text not null
chapter_contact.restore_proven_at timestamp with time zone
chapter_letter.node_id text not null
chapter_letter.at timestamp with time zone not null
counter.name text not null
counter.position bigint not null
enrolment.node_id text not null
enrolment.standing text not null
enrolment.since timestamp with time zone not null
enrolment.message text not null
enrolment.note text not null
enrolment.name_fr text not null
enrolment.name_en text not null
enrolment.beginning bytea not null
enrolment.code_hash bytea not null
enrolment.enrolled_at timestamp with time zone not null
enrolment.version bigint not null
enrolment_code.code_hash bytea not null
enrolment_code.note text not null
enrolment_code.made_at timestamp with time zone not null
enrolment_code.made_by uuid not null
enrolment_code.expires_at timestamp with time zone not null
enrolment_code.node_id text
enrolment_code.used_at timestamp with time zone
enrolment_history.node_id text not null
enrolment_history.version bigint not null
enrolment_history.standing text not null
enrolment_history.at timestamp with time zone not null
enrolment_history.by_id uuid
enrolment_history.message text not null
erasure.kind text not null
erasure.id uuid not null
feed_again.position bigint not null
feed_again.node_id text not null
feed_again.first bigint not null
feed_entry.position bigint not null
feed_entry.node_id text not null
feed_entry.first bigint not null
feed_entry.last bigint not null
feed_entry.is_keys bigint not null
feed_entry.signed bytea not null
feed_entry.bytes bigint not null
feed_entry.superseded bigint not null default 0
feed_epoch.node_id text not null
feed_epoch.epoch bytea not null
feed_epoch.first bigint not null
feed_evidence.node_id text not null
feed_evidence.signed_id bytea not null
feed_evidence.feed_position bigint not null
feed_evidence.reason text not null
feed_evidence.signed bytea not null
feed_evidence.seen_at timestamp with time zone not null
feed_head.node_id text not null
feed_head.epoch bytea not null
feed_head.position bigint not null
feed_head.item_id bytea not null
feed_head.keys_at bigint not null
follower_cursor.name text not null
follower_cursor.position bigint not null
grain_state.kind text not null
grain_state.n0 bigint not null
grain_state.n1 bigint not null
grain_state.id uuid
grain_state.state jsonb not null
grain_state.version bigint not null
grain_state.modified timestamp with time zone not null
health_contact.one bigint not null
health_contact.version bigint not null
health_contact.first text not null
health_contact.second text not null
health_outage.code text not null
health_outage.wrong_at timestamp with time zone not null
health_outage.well_at timestamp with time zone
health_told.code text not null
health_told.address text not null
incident_wording.incident uuid not null
incident_wording.number bigint not null
incident_wording.written_at timestamp with time zone not null
incident_wording.written_as text not null
incident_wording.information text not null
incident_wording.circumstances text not null
incident_wording.happened text not null
incident_wording.known_on text not null
incident_wording.people text not null
incident_wording.serious text not null
incident_wording.reasons text not null
incident_wording.commission_on text not null
incident_wording.people_on text not null
incident_wording.notice_notes text not null
incident_wording.measures text not null
item.position bigint not null
item.node_id text not null
item.feed_position bigint not null
item.item_id bytea not null
item.payload_type text not null
item.payload bytea not null
item.status text not null
item.reason text not null
item.content_missing bigint not null
item.received_at timestamp with time zone not null
item.superseded bigint not null default 0
item_content.position bigint not null
item_content.salt bytea not null
item_content.bytes bytea not null
item_counter.one bigint not null
item_counter.position bigint not null
item_subject.position bigint not null
item_subject.node_id text not null
item_subject.subject_id bytea not null
item_subject.revision bigint not null
library_adaptation.item_id bytea not null
library_adaptation.node_id text not null
library_adaptation.practice_id uuid not null
library_adaptation.revision bigint not null
library_adaptation.feed_position bigint not null
library_adaptation.origin_node text not null
library_adaptation.origin_item bytea not null
library_adaptation.payload bytea not null
library_node.node_id text
library_node.name_fr text
library_node.name_en text
library_node.name_sort bytea
library_node.region_scheme text
library_node.region_code text
library_node.languages text
library_node.public_contact text
library_node.web_address text
library_node.description_fr text
library_node.description_en text
library_node.before_fr text
library_node.before_en text
library_origin.item_id bytea
library_origin.node_id text
library_origin.practice_id uuid
library_origin.origin_node text
library_origin.origin_item bytea
library_origin.payload bytea
library_practice.number bigint not null
library_practice.node_id text not null
library_practice.practice_id uuid not null
library_practice.item_id bytea
library_practice.revision bigint not null
library_practice.language text not null
library_practice.topics text not null
library_practice.chime text not null
library_practice.title text not null
library_practice.summary text not null
library_practice.licence text not null
library_practice.translates bytea
library_practice.original uuid not null
library_practice.shared_at timestamp with time zone not null
library_practice.revised_at timestamp with time zone not null
library_practice.withdrawn_at timestamp with time zone
library_practice.taken_down bigint not null
library_practice.changed bigint not null
library_profile.item_id bytea not null
library_profile.node_id text not null
library_profile.name_fr text not null
library_profile.name_en text not null
library_profile.name_sort bytea not null
library_profile.region_scheme text not null
library_profile.region_code text not null
library_profile.languages text not null
library_profile.public_contact text not null
library_profile.web_address text not null
library_profile.description_fr text not null
library_profile.description_en text not null
library_revision.item_id bytea not null
library_revision.position bigint not null
library_revision.node_id text not null
library_revision.practice_id uuid not null
library_revision.revision bigint not null
library_revision.payload bytea not null
library_revision.revised_at timestamp with time zone not null
library_revision.received_at timestamp with time zone not null
library_search.token text not null
library_search.field bigint not null
library_search.block bigint not null
library_search.practices bytea not null
library_shown.node_id text not null
library_shown.item_id bytea not null
library_shown.position bigint not null
library_shown.before bytea
library_template.item_id bytea not null
library_template.node_id text not null
library_template.position bigint not null
library_token.number bigint not null
library_token.tokens bytea not null
mail_course.one bigint not null
mail_course.sent_at timestamp with time zone
mail_course.out_since timestamp with time zone
mail_course.out_why text not null
mail_course.refused_at timestamp with time zone
mail_course.domain_at timestamp with time zone
mail_course.domain_lacks bigint not null
mail_setup.one bigint not null
mail_setup.version bigint not null
mail_setup.host text not null
mail_setup.port bigint not null
mail_setup.security text not null
mail_setup.user_name text not null
mail_setup.password bytea not null
mail_setup.sender_address text
mail_setup.most_per_day bigint not null
node.one bigint not null
node.node_id text not null
node.epoch bytea not null
node.key_id bytea not null
node.founded_at timestamp with time zone not null
node.silent bigint not null default 0
node.home text
orleansquery.querykey text not null
orleansquery.querytext text not null
retention_run.code text not null
retention_run.done_at timestamp with time zone
retention_run.erased bigint not null
retention_run.erased_in_all bigint not null
retention_run.fails_since timestamp with time zone
schema_migration.feature text not null
schema_migration.number bigint not null
schema_migration.name text not null
schema_migration.checksum text not null
schema_migration.program text not null
schema_migration.applied_at timestamp with time zone not null
security_event.number bigint not null
security_event.at timestamp with time zone not null
security_event.kind text not null
security_event.done_by uuid
security_event.done_to uuid
security_event.detail text not null
security_event.hash bytea not null
security_head.one bigint not null
security_head.number bigint not null
security_head.hash bytea
security_seal.seal bytea not null
security_seal.number bigint not null
security_seal.salt bytea not null
session.id uuid not null
session.account_id uuid not null
session.key bytea not null
session.device text not null
session.started_at timestamp with time zone not null
session.seen_at timestamp with time zone not null
session.expires_at timestamp with time zone not null
shown_profile.node_id text not null
shown_profile.item_id bytea not null
sign_in_request.id uuid not null
sign_in_request.letter uuid not null
sign_in_request.address text not null
sign_in_request.name text
sign_in_request.language text
sign_in_request.pledge text
sign_in_request.token bytea not null
sign_in_request.code bytea
sign_in_request.browser bytea
sign_in_request.tries bigint not null
sign_in_request.made_at timestamp with time zone not null
sign_in_request.expires_at timestamp with time zone not null
sign_in_request.used_at timestamp with time zone
template_draft.id uuid not null
template_draft.changed_at timestamp with time zone not null
template_draft.bytes bytea not null
text.hash bytea not null
text.bytes bytea not null
text_holder.holder uuid not null
text_holder.hash bytea not null
trusted_hub.node_id text
waiting_profile.node_id text not null
waiting_profile.item_id bytea not null
waiting_profile.resembles text not null
waiting_profile.since timestamp with time zone not null
waiting_profile.is_left bigint not null
withdrawn.node_id text not null
withdrawn.subject_id bytea not null
withdrawn.revision bigint not null
withdrawn.position bigint not null
account_period: FOREIGN KEY (account_id) REFERENCES account(id)
account_period: PRIMARY KEY (id)
account_role: FOREIGN KEY (account_id) REFERENCES account(id)
account: UNIQUE (address)
account: PRIMARY KEY (id)
address_change: FOREIGN KEY (account_id) REFERENCES account(id)
address_change: PRIMARY KEY (account_id)
address_left: FOREIGN KEY (account_id) REFERENCES account(id)
address_left: PRIMARY KEY (id)
backup_record: CHECK ((kind = ANY (ARRAY['backup'::text, 'drill'::text, 'words'::text])))
backup_record: PRIMARY KEY (kind)
change_log: PRIMARY KEY ("position")
chapter_contact: PRIMARY KEY (node_id)
chapter_letter: PRIMARY KEY (node_id)
counter: PRIMARY KEY (name)
enrolment_code: PRIMARY KEY (code_hash)
enrolment_history: FOREIGN KEY (node_id) REFERENCES enrolment(node_id)
enrolment_history: PRIMARY KEY (node_id, version)
enrolment: FOREIGN KEY (code_hash) REFERENCES enrolment_code(code_hash)
enrolment: PRIMARY KEY (node_id)
erasure: PRIMARY KEY (kind, id)
feed_again: PRIMARY KEY ("position")
feed_entry: UNIQUE (node_id, first, superseded)
feed_entry: PRIMARY KEY ("position")
feed_epoch: PRIMARY KEY (node_id, epoch)
feed_evidence: PRIMARY KEY (node_id, signed_id)
feed_evidence: CHECK ((reason = ANY (ARRAY['GAP'::text, 'FORK'::text, 'QUARANTINE_FULL'::text])))
feed_head: PRIMARY KEY (node_id)
follower_cursor: PRIMARY KEY (name)
grain_state: PRIMARY KEY (kind, n0, n1)
health_contact: CHECK ((one = 1))
health_contact: PRIMARY KEY (one)
health_outage: PRIMARY KEY (code)
health_told: PRIMARY KEY (code, address)
incident_wording: PRIMARY KEY (incident, number)
item_content: PRIMARY KEY ("position")
item_content: FOREIGN KEY ("position") REFERENCES item("position")
item_counter: CHECK ((one = 1))
item_counter: PRIMARY KEY (one)
item_subject: PRIMARY KEY ("position")
item_subject: FOREIGN KEY ("position") REFERENCES item("position")
item: UNIQUE (item_id)
item: UNIQUE (node_id, feed_position, superseded)
item: PRIMARY KEY ("position")
item: CHECK ((status = ANY (ARRAY['accepted'::text, 'quarantined'::text, 'disbelieved'::text])))
library_adaptation: PRIMARY KEY (item_id)
library_practice: PRIMARY KEY (number)
library_practice: UNIQUE (practice_id, node_id)
library_profile: PRIMARY KEY (item_id)
library_revision: PRIMARY KEY (item_id)
library_search: PRIMARY KEY (token, field, block)
library_shown: PRIMARY KEY (node_id)
library_template: PRIMARY KEY (item_id)
library_token: PRIMARY KEY (number)
mail_course: CHECK ((one = 1))
mail_course: PRIMARY KEY (one)
mail_setup: CHECK ((one = 1))
mail_setup: PRIMARY KEY (one)
node: CHECK ((one = 1))
node: PRIMARY KEY (one)
orleansquery: PRIMARY KEY (querykey)
retention_run: PRIMARY KEY (code)
schema_migration: PRIMARY KEY (feature, number)
security_event: PRIMARY KEY (number)
security_head: CHECK ((one = 1))
security_head: PRIMARY KEY (one)
security_seal: PRIMARY KEY (seal)
session: FOREIGN KEY (account_id) REFERENCES account(id)
session: UNIQUE (key)
session: PRIMARY KEY (id)
shown_profile: PRIMARY KEY (node_id)
sign_in_request: PRIMARY KEY (id)
sign_in_request: UNIQUE (token)
template_draft: PRIMARY KEY (id)
text_holder: PRIMARY KEY (holder, hash)
text: PRIMARY KEY (hash)
waiting_profile: PRIMARY KEY (node_id)
withdrawn: PRIMARY KEY (subject_id, node_id, revision)
withdrawn: FOREIGN KEY ("position") REFERENCES item("position")
CREATE INDEX account_period_of ON public.account_period USING btree (account_id, joined_at)
CREATE UNIQUE INDEX account_period_pkey ON public.account_period USING btree (id)
CREATE UNIQUE INDEX account_role_held ON public.account_role USING btree (account_id, role) WHERE (taken_at IS NULL)
CREATE INDEX account_role_holders ON public.account_role USING btree (role) WHERE (taken_at IS NULL)
CREATE UNIQUE INDEX account_address_key ON public.account USING btree (address)
CREATE INDEX account_by_name ON public.account USING btree (name_sort, id, left_at, name_find, name, stay, joined_at) WHERE (left_at IS NULL)
CREATE UNIQUE INDEX account_pkey ON public.account USING btree (id)
CREATE UNIQUE INDEX address_change_pkey ON public.address_change USING btree (account_id)
CREATE INDEX address_left_of ON public.address_left USING btree (account_id)
CREATE UNIQUE INDEX address_left_pkey ON public.address_left USING btree (id)
CREATE UNIQUE INDEX backup_record_pkey ON public.backup_record USING btree (kind)
CREATE UNIQUE INDEX change_log_pkey ON public.change_log USING btree ("position")
CREATE UNIQUE INDEX chapter_contact_pkey ON public.chapter_contact USING btree (node_id)
CREATE UNIQUE INDEX chapter_letter_pkey ON public.chapter_letter USING btree (node_id)
CREATE UNIQUE INDEX counter_pkey ON public.counter USING btree (name)
CREATE UNIQUE INDEX enrolment_code_pkey ON public.enrolment_code USING btree (code_hash)
CREATE UNIQUE INDEX enrolment_history_pkey ON public.enrolment_history USING btree (node_id, version)
CREATE UNIQUE INDEX enrolment_pkey ON public.enrolment USING btree (node_id)
CREATE UNIQUE INDEX erasure_pkey ON public.erasure USING btree (kind, id)
CREATE UNIQUE INDEX feed_again_pkey ON public.feed_again USING btree ("position")
CREATE INDEX feed_entry_keys ON public.feed_entry USING btree (node_id, first) WHERE (is_keys = 1)
CREATE UNIQUE INDEX feed_entry_node_id_first_superseded_key ON public.feed_entry USING btree (node_id, first, superseded)
CREATE UNIQUE INDEX feed_entry_pkey ON public.feed_entry USING btree ("position")
CREATE UNIQUE INDEX feed_epoch_pkey ON public.feed_epoch USING btree (node_id, epoch)
CREATE UNIQUE INDEX feed_evidence_pkey ON public.feed_evidence USING btree (node_id, signed_id)
CREATE UNIQUE INDEX feed_head_pkey ON public.feed_head USING btree (node_id)
CREATE UNIQUE INDEX follower_cursor_pkey ON public.follower_cursor USING btree (name)
CREATE INDEX grain_state_id ON public.grain_state USING btree (kind, id)
CREATE UNIQUE INDEX grain_state_pkey ON public.grain_state USING btree (kind, n0, n1)
CREATE UNIQUE INDEX health_contact_pkey ON public.health_contact USING btree (one)
CREATE UNIQUE INDEX health_outage_pkey ON public.health_outage USING btree (code)
CREATE UNIQUE INDEX health_told_pkey ON public.health_told USING btree (code, address)
CREATE UNIQUE INDEX incident_wording_pkey ON public.incident_wording USING btree (incident, number)
CREATE UNIQUE INDEX item_content_pkey ON public.item_content USING btree ("position")
CREATE UNIQUE INDEX item_counter_pkey ON public.item_counter USING btree (one)
CREATE INDEX item_subject_named ON public.item_subject USING btree (subject_id, node_id, revision)
CREATE UNIQUE INDEX item_subject_pkey ON public.item_subject USING btree ("position")
CREATE INDEX item_content_missing ON public.item USING btree (node_id, feed_position) WHERE (content_missing > 0)
CREATE UNIQUE INDEX item_item_id_key ON public.item USING btree (item_id)
CREATE UNIQUE INDEX item_node_id_feed_position_superseded_key ON public.item USING btree (node_id, feed_position, superseded)
CREATE UNIQUE INDEX item_pkey ON public.item USING btree ("position")
CREATE INDEX item_quarantined ON public.item USING btree (node_id, "position") WHERE (status = 'quarantined'::text)
CREATE INDEX library_adaptation_origin ON public.library_adaptation USING btree (origin_item)
CREATE UNIQUE INDEX library_adaptation_pkey ON public.library_adaptation USING btree (item_id)
CREATE INDEX library_adaptation_practice ON public.library_adaptation USING btree (practice_id, node_id, revision)
CREATE INDEX library_practice_changed ON public.library_practice USING btree (changed)
CREATE INDEX library_practice_of_node ON public.library_practice USING btree (node_id, revised_at DESC) WHERE (item_id IS NOT NULL)
CREATE INDEX library_practice_original ON public.library_practice USING btree (original, node_id)
CREATE UNIQUE INDEX library_practice_pkey ON public.library_practice USING btree (number)
CREATE UNIQUE INDEX library_practice_practice_id_node_id_key ON public.library_practice USING btree (practice_id, node_id)
CREATE INDEX library_practice_translates ON public.library_practice USING btree (translates) WHERE (translates IS NOT NULL)
CREATE INDEX library_profile_node ON public.library_profile USING btree (node_id)
CREATE UNIQUE INDEX library_profile_pkey ON public.library_profile USING btree (item_id)
CREATE UNIQUE INDEX library_revision_pkey ON public.library_revision USING btree (item_id)
CREATE INDEX library_revision_practice ON public.library_revision USING btree (practice_id, node_id, revision)
CREATE UNIQUE INDEX library_search_pkey ON public.library_search USING btree (token, field, block)
CREATE UNIQUE INDEX library_shown_pkey ON public.library_shown USING btree (node_id)
CREATE INDEX library_template_node ON public.library_template USING btree (node_id, "position")
CREATE UNIQUE INDEX library_template_pkey ON public.library_template USING btree (item_id)
CREATE UNIQUE INDEX library_token_pkey ON public.library_token USING btree (number)
CREATE UNIQUE INDEX mail_course_pkey ON public.mail_course USING btree (one)
CREATE UNIQUE INDEX mail_setup_pkey ON public.mail_setup USING btree (one)
CREATE UNIQUE INDEX node_pkey ON public.node USING btree (one)
CREATE UNIQUE INDEX orleansquery_pkey ON public.orleansquery USING btree (querykey)
CREATE UNIQUE INDEX retention_run_pkey ON public.retention_run USING btree (code)
CREATE UNIQUE INDEX schema_migration_pkey ON public.schema_migration USING btree (feature, number)
CREATE UNIQUE INDEX security_event_pkey ON public.security_event USING btree (number)
CREATE UNIQUE INDEX security_head_pkey ON public.security_head USING btree (one)
CREATE UNIQUE INDEX security_seal_pkey ON public.security_seal USING btree (seal)
CREATE INDEX session_account ON public.session USING btree (account_id)
CREATE INDEX session_expires ON public.session USING btree (expires_at)
CREATE UNIQUE INDEX session_key_key ON public.session USING btree (key)
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (id)
CREATE UNIQUE INDEX shown_profile_pkey ON public.shown_profile USING btree (node_id)
CREATE INDEX sign_in_request_address ON public.sign_in_request USING btree (address)
CREATE INDEX sign_in_request_browser ON public.sign_in_request USING btree (browser)
CREATE INDEX sign_in_request_expires ON public.sign_in_request USING btree (expires_at)
CREATE INDEX sign_in_request_letter ON public.sign_in_request USING btree (letter)
CREATE UNIQUE INDEX sign_in_request_pkey ON public.sign_in_request USING btree (id)
CREATE UNIQUE INDEX sign_in_request_token_key ON public.sign_in_request USING btree (token)
CREATE UNIQUE INDEX template_draft_pkey ON public.template_draft USING btree (id)
CREATE INDEX text_holder_of_text ON public.text_holder USING btree (hash)
CREATE UNIQUE INDEX text_holder_pkey ON public.text_holder USING btree (holder, hash)
CREATE UNIQUE INDEX text_pkey ON public.text USING btree (hash)
CREATE UNIQUE INDEX waiting_profile_pkey ON public.waiting_profile USING btree (node_id)
CREATE INDEX withdrawn_by ON public.withdrawn USING btree ("position")
CREATE UNIQUE INDEX withdrawn_pkey ON public.withdrawn USING btree (subject_id, node_id, revision)
