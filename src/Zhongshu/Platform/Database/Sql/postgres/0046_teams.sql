-- 科室工作: meetings, charges, parties, help, information tasks, honours; and 个人待办.
CREATE TABLE office_meeting (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    "on" date NOT NULL,
    told character varying(2000) NOT NULL,
    arranged character varying(2000) NOT NULL,
    by_name character varying(60) NOT NULL,
    CONSTRAINT pk_office_meeting PRIMARY KEY (id)
);

CREATE TABLE meeting_task (
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    text character varying(400) NOT NULL,
    person_id bigint NOT NULL,
    due_on date NOT NULL,
    result character varying(1000) NOT NULL,
    seen_on date,
    done_on date,
    CONSTRAINT pk_meeting_task PRIMARY KEY (id)
);

CREATE TABLE post_charge (
    post_id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    work character varying(1000) NOT NULL,
    goal character varying(1000) NOT NULL,
    answers character varying(1000) NOT NULL,
    since date NOT NULL,
    by_name character varying(60) NOT NULL,
    CONSTRAINT pk_post_charge PRIMARY KEY (post_id)
);

CREATE TABLE served_party (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    grade character varying(24) NOT NULL,
    name character varying(120) NOT NULL,
    unit_id bigint NOT NULL,
    needs character varying(1000) NOT NULL,
    CONSTRAINT pk_served_party PRIMARY KEY (id)
);

CREATE TABLE liaison (
    keeper_id bigint NOT NULL,
    circle character varying(60) NOT NULL,
    unit_id bigint NOT NULL,
    person_id bigint NOT NULL,
    work character varying(1000) NOT NULL,
    since date NOT NULL,
    CONSTRAINT pk_liaison PRIMARY KEY (keeper_id, circle)
);

CREATE TABLE assistance_task (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    asking_unit_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    title character varying(120) NOT NULL,
    text character varying(1000) NOT NULL,
    served_id bigint NOT NULL,
    due_on date NOT NULL,
    state integer NOT NULL,
    words character varying(1000) NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_by character varying(60) NOT NULL,
    answered_by character varying(60) NOT NULL,
    "on" date NOT NULL,
    ended_on date,
    CONSTRAINT pk_assistance_task PRIMARY KEY (id)
);

CREATE TABLE brief_task (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    title character varying(120) NOT NULL,
    need character varying(1000) NOT NULL,
    due_on date NOT NULL,
    "on" date NOT NULL,
    by_name character varying(60) NOT NULL,
    CONSTRAINT pk_brief_task PRIMARY KEY (id)
);

CREATE TABLE brief_claim (
    task_id bigint NOT NULL,
    person_id bigint NOT NULL,
    "on" date NOT NULL,
    work character varying(2000) NOT NULL,
    done_on date,
    is_used boolean,
    words character varying(400) NOT NULL,
    CONSTRAINT pk_brief_claim PRIMARY KEY (task_id, person_id)
);

CREATE TABLE honour (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    year integer NOT NULL,
    kind character varying(24) NOT NULL,
    person_id bigint NOT NULL,
    figures character varying(400) NOT NULL,
    words character varying(1000) NOT NULL,
    reward character varying(400) NOT NULL,
    "on" date NOT NULL,
    by_name character varying(60) NOT NULL,
    CONSTRAINT pk_honour PRIMARY KEY (id)
);

CREATE TABLE personal_todo (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    text character varying(200) NOT NULL,
    is_important boolean NOT NULL,
    is_urgent boolean NOT NULL,
    due_on date,
    spells integer NOT NULL,
    at bigint NOT NULL,
    done_on date,
    CONSTRAINT pk_personal_todo PRIMARY KEY (id)
);

CREATE INDEX ix_office_meeting_keeper_id_on ON office_meeting (keeper_id, "on");

CREATE INDEX ix_meeting_task_meeting_id ON meeting_task (meeting_id);

CREATE INDEX ix_meeting_task_person_id_done_on ON meeting_task (person_id, done_on);

CREATE INDEX ix_post_charge_keeper_id ON post_charge (keeper_id);

CREATE UNIQUE INDEX ix_served_party_keeper_id_name ON served_party (keeper_id, name);

CREATE INDEX ix_assistance_task_keeper_id_state ON assistance_task (keeper_id, state);

CREATE INDEX ix_brief_task_keeper_id_due_on ON brief_task (keeper_id, due_on);

CREATE INDEX ix_brief_claim_person_id ON brief_claim (person_id);

CREATE INDEX ix_honour_keeper_id_year ON honour (keeper_id, year);

CREATE INDEX ix_personal_todo_person_id_done_on ON personal_todo (person_id, done_on);
