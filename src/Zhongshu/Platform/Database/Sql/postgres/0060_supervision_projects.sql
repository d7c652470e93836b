-- 督查督办: projects with their warnings and guidance, reforms on their way to a meeting, answers of the levels, closing appraisals, shared plans, gaps of policy.
ALTER TABLE supervision_inspection ADD COLUMN host character varying(60) NOT NULL DEFAULT '';
ALTER TABLE supervision_finding ADD COLUMN policy character varying(200) NOT NULL DEFAULT '';
ALTER TABLE supervision_finding ADD COLUMN gap character varying(500) NOT NULL DEFAULT '';

CREATE TABLE supervision_project (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    code character varying(60) NOT NULL,
    title character varying(150) NOT NULL,
    kind character varying(24) NOT NULL,
    lead_unit_id bigint NOT NULL,
    planned_start date NOT NULL,
    planned_end date NOT NULL,
    prepared integer NOT NULL,
    started_on date,
    progress integer NOT NULL,
    ended_on date,
    since date NOT NULL,
    guided_on date,
    asked_on date,
    kept_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_project PRIMARY KEY (id)
);

CREATE TABLE supervision_alarm (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    why character varying(200) NOT NULL,
    "on" date NOT NULL,
    cleared_on date,
    item character varying(40) NOT NULL,
    CONSTRAINT pk_supervision_alarm PRIMARY KEY (id)
);

CREATE TABLE supervision_guide (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    "on" date NOT NULL,
    words character varying(1000) NOT NULL,
    recorded_by character varying(60) NOT NULL,
    CONSTRAINT pk_supervision_guide PRIMARY KEY (id)
);

CREATE TABLE supervision_maturity (
    matter_id bigint NOT NULL,
    criterion character varying(24) NOT NULL,
    ground character varying(500) NOT NULL,
    judged_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_maturity PRIMARY KEY (matter_id, criterion)
);

CREATE TABLE supervision_agenda (
    matter_id bigint NOT NULL,
    meeting character varying(120) NOT NULL,
    "on" date NOT NULL,
    entered_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_agenda PRIMARY KEY (matter_id)
);

CREATE TABLE supervision_answer (
    topic_id bigint NOT NULL,
    level character varying(24) NOT NULL,
    who character varying(120) NOT NULL,
    text character varying(2000) NOT NULL,
    "on" date NOT NULL,
    recorded_by character varying(60) NOT NULL,
    CONSTRAINT pk_supervision_answer PRIMARY KEY (topic_id, level)
);

CREATE TABLE supervision_grade (
    matter_id bigint NOT NULL,
    grade character varying(24) NOT NULL,
    words character varying(1000) NOT NULL,
    graded_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_grade PRIMARY KEY (matter_id)
);

CREATE TABLE supervision_round (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    "on" date NOT NULL,
    targets character varying(400) NOT NULL,
    areas character varying(200) NOT NULL,
    found character varying(1000) NOT NULL,
    done_on date,
    drawn_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_round PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_supervision_project_unit_id_code ON supervision_project (unit_id, code);

CREATE INDEX ix_supervision_alarm_project_id_cleared_on ON supervision_alarm (project_id, cleared_on);

CREATE INDEX ix_supervision_guide_project_id ON supervision_guide (project_id);

CREATE INDEX ix_supervision_round_unit_id_on ON supervision_round (unit_id, "on");
