-- 督查督办: items, where they come from, tasks with their units, feedbacks with their evidence, letters.
CREATE TABLE supervision_basis (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    source integer NOT NULL,
    from_matter_id bigint,
    opinion_id bigint,
    leader_id bigint,
    leader_name character varying(60) NOT NULL,
    quote character varying(4000) NOT NULL,
    written_on date,
    origin character varying(500) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_basis PRIMARY KEY (id)
);

CREATE TABLE supervision_evidence (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    feedback_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    text character varying(1000) NOT NULL,
    attachment_id bigint,
    CONSTRAINT pk_supervision_evidence PRIMARY KEY (id)
);

CREATE TABLE supervision_feedback (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    task_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    person_id bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    approved_by character varying(60) NOT NULL,
    text character varying(8000) NOT NULL,
    progress integer NOT NULL,
    is_final boolean NOT NULL,
    copied_percent integer NOT NULL,
    state integer NOT NULL,
    note character varying(2000) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_feedback PRIMARY KEY (id)
);

CREATE TABLE supervision_item (
    matter_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    source integer NOT NULL,
    leader_id bigint,
    limit_class character varying(24) NOT NULL,
    reporting integer NOT NULL,
    phase character varying(24) NOT NULL,
    advice character varying(4000) NOT NULL,
    turning character varying(400) NOT NULL,
    docketed_at bigint NOT NULL,
    is_open boolean NOT NULL,
    closed_at bigint,
    result character varying(4000) NOT NULL,
    tasks integer NOT NULL,
    open_tasks integer NOT NULL,
    due_on date NOT NULL,
    light integer NOT NULL,
    CONSTRAINT pk_supervision_item PRIMARY KEY (matter_id)
);

CREATE TABLE supervision_letter (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    number character varying(80) NOT NULL,
    parts text NOT NULL,
    at bigint NOT NULL,
    sent_by bigint NOT NULL,
    CONSTRAINT pk_supervision_letter PRIMARY KEY (id)
);

CREATE TABLE supervision_task (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    number integer NOT NULL,
    title character varying(500) NOT NULL,
    measure character varying(1000) NOT NULL,
    lead_unit_id bigint NOT NULL,
    state integer NOT NULL,
    is_long_term boolean NOT NULL,
    opened_at bigint NOT NULL,
    delivered_at bigint,
    due_on date NOT NULL,
    first_due_on date NOT NULL,
    extensions integer NOT NULL,
    asked_due_on date,
    asked_reason character varying(1000) NOT NULL,
    resumes_as integer NOT NULL,
    suspended_on date,
    suspended_until date,
    progress integer NOT NULL,
    heard_at bigint NOT NULL,
    answered_at bigint,
    closed_at bigint,
    in_time boolean NOT NULL,
    look_back_on date,
    reopened integer NOT NULL,
    light integer NOT NULL,
    yellow_at bigint,
    red_at bigint,
    chase_at bigint,
    chase_level integer NOT NULL,
    moves integer NOT NULL,
    CONSTRAINT pk_supervision_task PRIMARY KEY (id)
);

CREATE TABLE supervision_unit (
    task_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    part integer NOT NULL,
    CONSTRAINT pk_supervision_unit PRIMARY KEY (task_id, unit_id)
);

CREATE INDEX ix_supervision_basis_from_matter_id ON supervision_basis (from_matter_id);

CREATE INDEX ix_supervision_basis_matter_id ON supervision_basis (matter_id);

CREATE INDEX ix_supervision_basis_opinion_id ON supervision_basis (opinion_id);

CREATE INDEX ix_supervision_evidence_feedback_id ON supervision_evidence (feedback_id);

CREATE INDEX ix_supervision_evidence_matter_id ON supervision_evidence (matter_id);

CREATE INDEX ix_supervision_feedback_matter_id ON supervision_feedback (matter_id);

CREATE INDEX ix_supervision_feedback_task_id ON supervision_feedback (task_id);

CREATE INDEX ix_supervision_item_leader_id_matter_id ON supervision_item (leader_id, matter_id);

CREATE INDEX ix_supervision_item_unit_id_closed_at ON supervision_item (unit_id, closed_at);

CREATE INDEX ix_supervision_item_unit_id_is_open_light_due_on_matter_id ON supervision_item (unit_id, is_open, light, due_on, matter_id);

CREATE INDEX ix_supervision_letter_matter_id ON supervision_letter (matter_id);

CREATE INDEX ix_supervision_task_chase_at ON supervision_task (chase_at);

CREATE INDEX ix_supervision_task_lead_unit_id_state_matter_id ON supervision_task (lead_unit_id, state, matter_id);

CREATE INDEX ix_supervision_task_light_red_at ON supervision_task (light, red_at);

CREATE INDEX ix_supervision_task_light_yellow_at ON supervision_task (light, yellow_at);

CREATE INDEX ix_supervision_task_look_back_on ON supervision_task (look_back_on);

CREATE UNIQUE INDEX ix_supervision_task_matter_id_number ON supervision_task (matter_id, number);

CREATE INDEX ix_supervision_unit_matter_id ON supervision_unit (matter_id);

CREATE INDEX ix_supervision_unit_unit_id_matter_id ON supervision_unit (unit_id, matter_id);

CREATE INDEX ix_supervision_task_asked_due_on ON supervision_task (asked_due_on);

CREATE INDEX ix_supervision_task_state_matter_id ON supervision_task (state, matter_id);
