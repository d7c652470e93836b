-- The platform's tables, as the model wants them, then what only SQL can say.
CREATE TABLE account (
    person_id bigint NOT NULL,
    login character varying(60) NOT NULL,
    password_hash text NOT NULL,
    former_hashes text NOT NULL,
    security_stamp text NOT NULL,
    failed_count integer NOT NULL,
    locked_until bigint,
    totp_key text,
    totp_on boolean NOT NULL,
    must_change_password boolean NOT NULL,
    password_changed_at bigint NOT NULL,
    last_sign_in_at bigint,
    is_disabled boolean NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (person_id)
);


CREATE TABLE api_token (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    post_id bigint NOT NULL,
    name character varying(60) NOT NULL,
    hash character varying(64) NOT NULL,
    scopes text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    last_used_at bigint,
    revoked_at bigint,
    CONSTRAINT pk_api_token PRIMARY KEY (id)
);


CREATE TABLE attachment (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    hash character varying(64) NOT NULL,
    name character varying(255) NOT NULL,
    size bigint NOT NULL,
    media_type character varying(100) NOT NULL,
    role character varying(24) NOT NULL,
    added_at bigint NOT NULL,
    added_by bigint NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id)
);


CREATE TABLE delegation (
    id bigint NOT NULL,
    from_person_id bigint NOT NULL,
    to_person_id bigint NOT NULL,
    since bigint NOT NULL,
    until bigint NOT NULL,
    takes_waiting boolean NOT NULL,
    reason character varying(400) NOT NULL,
    revoked_at bigint,
    CONSTRAINT pk_delegation PRIMARY KEY (id)
);


CREATE TABLE deputy_pair (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    deputy_id bigint NOT NULL,
    CONSTRAINT pk_deputy_pair PRIMARY KEY (id)
);


CREATE TABLE duty (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind integer NOT NULL,
    title character varying(200) NOT NULL,
    keywords character varying(1000) NOT NULL,
    since date NOT NULL,
    until date,
    CONSTRAINT pk_duty PRIMARY KEY (id)
);


CREATE TABLE file_text (
    hash character varying(64) NOT NULL,
    text text NOT NULL,
    CONSTRAINT pk_file_text PRIMARY KEY (hash)
);


CREATE TABLE flow_instance (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    definition character varying(60) NOT NULL,
    definition_version integer NOT NULL,
    state_json text NOT NULL,
    is_open boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_flow_instance PRIMARY KEY (id)
);


CREATE TABLE holding (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    post_id bigint NOT NULL,
    since date NOT NULL,
    until date,
    is_primary boolean NOT NULL,
    CONSTRAINT pk_holding PRIMARY KEY (id)
);


CREATE TABLE job_run (
    job character varying(60) NOT NULL,
    started_at bigint NOT NULL,
    ended_at bigint,
    handled integer NOT NULL,
    error character varying(2000),
    CONSTRAINT pk_job_run PRIMARY KEY (job)
);


CREATE TABLE matter (
    id bigint NOT NULL,
    code character varying(24) NOT NULL,
    title character varying(500) NOT NULL,
    kind character varying(24) NOT NULL,
    unit_id bigint NOT NULL,
    classification integer NOT NULL,
    urgency integer NOT NULL,
    is_restricted boolean NOT NULL,
    state integer NOT NULL,
    opened_at bigint NOT NULL,
    closed_at bigint,
    stage character varying(60) NOT NULL,
    holder character varying(200) NOT NULL,
    held_since bigint NOT NULL,
    due_at bigint,
    trail_count integer NOT NULL,
    trail_hash bytea NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_matter PRIMARY KEY (id)
);


CREATE TABLE matter_access (
    subject bigint NOT NULL,
    matter_id bigint NOT NULL,
    since bigint NOT NULL,
    reason character varying(40) NOT NULL,
    CONSTRAINT pk_matter_access PRIMARY KEY (subject, matter_id)
);


CREATE TABLE matter_link (
    from_id bigint NOT NULL,
    to_id bigint NOT NULL,
    relation character varying(24) NOT NULL,
    CONSTRAINT pk_matter_link PRIMARY KEY (from_id, to_id, relation)
);


CREATE TABLE notice (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    matter_id bigint,
    kind character varying(24) NOT NULL,
    text character varying(600) NOT NULL,
    urgency integer NOT NULL,
    at bigint NOT NULL,
    read_at bigint,
    CONSTRAINT pk_notice PRIMARY KEY (id)
);


CREATE TABLE number_sequence (
    key character varying(60) NOT NULL,
    last bigint NOT NULL,
    CONSTRAINT pk_number_sequence PRIMARY KEY (key)
);


CREATE TABLE opinion (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    kind integer NOT NULL,
    step_id character varying(40) NOT NULL,
    text character varying(4000) NOT NULL,
    person_id bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    post_name character varying(120) NOT NULL,
    recorded_by character varying(60),
    written_on date NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_opinion PRIMARY KEY (id)
);


CREATE TABLE organisation_version (
    id integer NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_organisation_version PRIMARY KEY (id)
);


CREATE TABLE outbox_message (
    id bigint NOT NULL,
    channel character varying(24) NOT NULL,
    payload text NOT NULL,
    notice_id bigint,
    at bigint NOT NULL,
    not_before bigint NOT NULL,
    attempts integer NOT NULL,
    sent_at bigint,
    error character varying(600),
    CONSTRAINT pk_outbox_message PRIMARY KEY (id)
);


CREATE TABLE person (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    phone character varying(40),
    email character varying(120),
    clearance integer NOT NULL,
    precedence integer,
    sort_order integer NOT NULL,
    until date,
    CONSTRAINT pk_person PRIMARY KEY (id)
);


CREATE TABLE portfolio (
    id bigint NOT NULL,
    leader_id bigint NOT NULL,
    unit_id bigint,
    field character varying(200),
    since date NOT NULL,
    until date,
    CONSTRAINT pk_portfolio PRIMARY KEY (id)
);


CREATE TABLE post (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    name character varying(60) NOT NULL,
    roles character varying(400) NOT NULL,
    sort_order integer NOT NULL,
    until date,
    CONSTRAINT pk_post PRIMARY KEY (id)
);


CREATE TABLE rule_override (
    id bigint NOT NULL,
    rule_id character varying(80) NOT NULL,
    figure text,
    reason character varying(400) NOT NULL,
    author_id bigint NOT NULL,
    author_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_rule_override PRIMARY KEY (id)
);


CREATE TABLE secretary (
    id bigint NOT NULL,
    leader_id bigint NOT NULL,
    secretary_id bigint NOT NULL,
    CONSTRAINT pk_secretary PRIMARY KEY (id)
);


CREATE TABLE trail_entry (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    sequence integer NOT NULL,
    at bigint NOT NULL,
    person_id bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    post_name character varying(120) NOT NULL,
    for_name character varying(60),
    verb character varying(60) NOT NULL,
    text character varying(1000) NOT NULL,
    quote text,
    changes text,
    hash bytea NOT NULL,
    CONSTRAINT pk_trail_entry PRIMARY KEY (id)
);


CREATE TABLE trail_head (
    chain bigint NOT NULL,
    count integer NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_trail_head PRIMARY KEY (chain)
);


CREATE TABLE unit (
    id bigint NOT NULL,
    parent_id bigint,
    name character varying(120) NOT NULL,
    short_name character varying(40) NOT NULL,
    code character varying(12) NOT NULL,
    kind integer NOT NULL,
    fonds_number character varying(12),
    sort_order integer NOT NULL,
    since date NOT NULL,
    until date,
    successor_id bigint,
    CONSTRAINT pk_unit PRIMARY KEY (id)
);


CREATE TABLE work_item (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    instance_id bigint NOT NULL,
    number integer NOT NULL,
    step_id character varying(40) NOT NULL,
    step_title character varying(60) NOT NULL,
    assignee bigint NOT NULL,
    original_assignee bigint,
    kind integer NOT NULL,
    status integer NOT NULL,
    opened_at bigint NOT NULL,
    seen_at bigint,
    remind_at bigint,
    due_at bigint,
    done_at bigint,
    done_by bigint,
    outcome character varying(40) NOT NULL,
    chase_level integer NOT NULL,
    chased_at bigint,
    CONSTRAINT pk_work_item PRIMARY KEY (id)
);


CREATE UNIQUE INDEX ix_account_login ON account (login);


CREATE UNIQUE INDEX ix_api_token_hash ON api_token (hash);


CREATE INDEX ix_api_token_person_id ON api_token (person_id);


CREATE INDEX ix_attachment_hash ON attachment (hash);


CREATE INDEX ix_attachment_matter_id ON attachment (matter_id);


CREATE INDEX ix_delegation_from_person_id ON delegation (from_person_id);


CREATE INDEX ix_delegation_to_person_id ON delegation (to_person_id);


CREATE INDEX ix_deputy_pair_person_id ON deputy_pair (person_id);


CREATE INDEX ix_duty_unit_id ON duty (unit_id);


CREATE INDEX ix_flow_instance_matter_id ON flow_instance (matter_id);


CREATE INDEX ix_holding_person_id ON holding (person_id);


CREATE INDEX ix_holding_post_id ON holding (post_id);


CREATE UNIQUE INDEX ix_matter_code ON matter (code);


CREATE INDEX ix_matter_state_due_at ON matter (state, due_at);


CREATE INDEX ix_matter_state_held_since ON matter (state, held_since);


CREATE INDEX ix_matter_access_matter_id ON matter_access (matter_id);


CREATE INDEX ix_matter_link_to_id ON matter_link (to_id);


CREATE INDEX ix_notice_person_id_read_at ON notice (person_id, read_at);


CREATE INDEX ix_opinion_matter_id ON opinion (matter_id);


CREATE INDEX ix_outbox_message_sent_at_not_before ON outbox_message (sent_at, not_before);


CREATE INDEX ix_portfolio_leader_id ON portfolio (leader_id);


CREATE INDEX ix_post_unit_id ON post (unit_id);


CREATE INDEX ix_rule_override_rule_id ON rule_override (rule_id);


CREATE INDEX ix_secretary_secretary_id ON secretary (secretary_id);


CREATE UNIQUE INDEX ix_trail_entry_matter_id_sequence ON trail_entry (matter_id, sequence);


CREATE INDEX ix_unit_parent_id ON unit (parent_id);


CREATE INDEX ix_work_item_assignee_status_due_at ON work_item (assignee, status, due_at);


CREATE INDEX ix_work_item_done_by_done_at ON work_item (done_by, done_at);


CREATE UNIQUE INDEX ix_work_item_instance_id_number ON work_item (instance_id, number);


CREATE INDEX ix_work_item_matter_id ON work_item (matter_id);


CREATE INDEX ix_work_item_status_due_at ON work_item (status, due_at);


CREATE INDEX ix_work_item_status_remind_at ON work_item (status, remind_at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER trail_entry_is_append_only BEFORE UPDATE OR DELETE ON trail_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER opinion_is_append_only BEFORE UPDATE OR DELETE ON opinion FOR EACH ROW EXECUTE FUNCTION refuse_change();

INSERT INTO trail_head (chain, count, hash) VALUES (0, 0, '');
INSERT INTO organisation_version (id, version) VALUES (1, 1);
