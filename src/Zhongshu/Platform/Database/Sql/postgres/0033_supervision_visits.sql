-- 督查督办: visits with what they found, the yearly plan of inspections, joint feedback, grounds of the advice.
ALTER TABLE supervision_item ADD COLUMN grounds character varying(4000) NOT NULL DEFAULT '';
ALTER TABLE supervision_feedback ADD COLUMN promise character varying(2000) NOT NULL DEFAULT '';

CREATE TABLE supervision_countersign (
    feedback_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    state integer NOT NULL,
    words character varying(1000) NOT NULL,
    person_name character varying(60) NOT NULL,
    at bigint,
    CONSTRAINT pk_supervision_countersign PRIMARY KEY (feedback_id, unit_id)
);

CREATE TABLE supervision_visit (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    task_id bigint,
    way character varying(24) NOT NULL,
    "on" date NOT NULL,
    place character varying(200) NOT NULL,
    seen character varying(4000) NOT NULL,
    fits boolean NOT NULL,
    inspection_id bigint,
    recorded_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_visit PRIMARY KEY (id)
);

CREATE TABLE supervision_visit_member (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    visit_id bigint NOT NULL,
    name character varying(60) NOT NULL,
    kind character varying(24) NOT NULL,
    CONSTRAINT pk_supervision_visit_member PRIMARY KEY (id)
);

CREATE TABLE supervision_finding (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    visit_id bigint NOT NULL,
    text character varying(500) NOT NULL,
    unit_id bigint,
    task_number integer,
    settled_at bigint,
    settled_by character varying(500) NOT NULL,
    CONSTRAINT pk_supervision_finding PRIMARY KEY (id)
);

CREATE TABLE supervision_visit_photo (
    visit_id bigint NOT NULL,
    attachment_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    CONSTRAINT pk_supervision_visit_photo PRIMARY KEY (visit_id, attachment_id)
);

CREATE TABLE supervision_inspection (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    title character varying(200) NOT NULL,
    kind character varying(24) NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    targets character varying(1000) NOT NULL,
    outside_plan boolean NOT NULL,
    "over" character varying(300) NOT NULL,
    reason character varying(1000) NOT NULL,
    state integer NOT NULL,
    proposed_by character varying(60) NOT NULL,
    proposed_at bigint NOT NULL,
    decided_by character varying(60) NOT NULL,
    decision character varying(1000) NOT NULL,
    report character varying(8000) NOT NULL,
    reported_by character varying(60) NOT NULL,
    reported_at bigint,
    version integer NOT NULL,
    CONSTRAINT pk_supervision_inspection PRIMARY KEY (id)
);

CREATE INDEX ix_supervision_countersign_matter_id ON supervision_countersign (matter_id);

CREATE INDEX ix_supervision_visit_matter_id ON supervision_visit (matter_id);

CREATE INDEX ix_supervision_visit_inspection_id ON supervision_visit (inspection_id);

CREATE INDEX ix_supervision_visit_member_matter_id ON supervision_visit_member (matter_id);

CREATE INDEX ix_supervision_visit_member_visit_id ON supervision_visit_member (visit_id);

CREATE INDEX ix_supervision_finding_matter_id ON supervision_finding (matter_id);

CREATE INDEX ix_supervision_finding_visit_id ON supervision_finding (visit_id);

CREATE INDEX ix_supervision_visit_photo_matter_id ON supervision_visit_photo (matter_id);

CREATE UNIQUE INDEX ix_supervision_inspection_unit_id_year_number ON supervision_inspection (unit_id, year, number);
