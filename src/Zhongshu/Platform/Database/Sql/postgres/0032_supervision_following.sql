-- 督查督办, following up: milestones and indicators of a task, help asked of the supervisor, double supervision of laggards.
ALTER TABLE supervision_task ADD COLUMN next_step_on date;
ALTER TABLE supervision_task ADD COLUMN second_unit_id bigint;
ALTER TABLE supervision_task ADD COLUMN doubled_on date;

CREATE TABLE supervision_milestone (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    task_id bigint NOT NULL,
    title character varying(200) NOT NULL,
    due_on date NOT NULL,
    done_at bigint,
    done_by character varying(60) NOT NULL,
    CONSTRAINT pk_supervision_milestone PRIMARY KEY (id)
);

CREATE TABLE supervision_indicator (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    task_id bigint NOT NULL,
    name character varying(100) NOT NULL,
    measure character varying(20) NOT NULL,
    target double precision NOT NULL,
    latest double precision,
    latest_at bigint,
    CONSTRAINT pk_supervision_indicator PRIMARY KEY (id)
);

CREATE TABLE supervision_reading (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    value double precision NOT NULL,
    person_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_reading PRIMARY KEY (id)
);

CREATE TABLE supervision_help (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    task_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    text character varying(1000) NOT NULL,
    asked_by character varying(60) NOT NULL,
    asked_at bigint NOT NULL,
    state integer NOT NULL,
    answer character varying(2000) NOT NULL,
    answered_by character varying(60) NOT NULL,
    answered_at bigint,
    ended_at bigint,
    returned integer NOT NULL,
    said character varying(1000) NOT NULL,
    moves integer NOT NULL,
    CONSTRAINT pk_supervision_help PRIMARY KEY (id)
);

CREATE INDEX ix_supervision_milestone_matter_id ON supervision_milestone (matter_id);

CREATE INDEX ix_supervision_milestone_task_id ON supervision_milestone (task_id);

CREATE INDEX ix_supervision_indicator_matter_id ON supervision_indicator (matter_id);

CREATE INDEX ix_supervision_indicator_task_id ON supervision_indicator (task_id);

CREATE INDEX ix_supervision_reading_matter_id ON supervision_reading (matter_id);

CREATE INDEX ix_supervision_reading_indicator_id ON supervision_reading (indicator_id);

CREATE INDEX ix_supervision_help_matter_id ON supervision_help (matter_id);

CREATE INDEX ix_supervision_help_task_id ON supervision_help (task_id);

CREATE INDEX ix_supervision_help_state_asked_at ON supervision_help (state, asked_at);
