-- 考核评价和揭榜挂帅: schemes, opinions, results; open tasks with their bids and monthly meetings.
CREATE TABLE appraisal_figure (
    scheme_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    figure character varying(40) NOT NULL,
    value double precision,
    words character varying(200) NOT NULL,
    address character varying(400) NOT NULL,
    CONSTRAINT pk_appraisal_figure PRIMARY KEY (scheme_id, unit_id, figure)
);

CREATE TABLE appraisal_indicator (
    id bigint NOT NULL,
    scheme_id bigint NOT NULL,
    place integer NOT NULL,
    title character varying(120) NOT NULL,
    weight integer NOT NULL,
    figure character varying(40) NOT NULL,
    "full" double precision NOT NULL,
    none double precision NOT NULL,
    is_outside boolean NOT NULL,
    CONSTRAINT pk_appraisal_indicator PRIMARY KEY (id)
);

CREATE TABLE appraisal_opinion (
    indicator_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    person_id bigint NOT NULL,
    scheme_id bigint NOT NULL,
    party integer NOT NULL,
    mark integer NOT NULL,
    reason character varying(1000) NOT NULL,
    CONSTRAINT pk_appraisal_opinion PRIMARY KEY (indicator_id, unit_id, person_id)
);

CREATE TABLE appraisal_scheme (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    title character varying(120) NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    party_weights character varying(40) NOT NULL,
    state integer NOT NULL,
    warnings character varying(2000) NOT NULL,
    reason character varying(1000) NOT NULL,
    at bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_appraisal_scheme PRIMARY KEY (id)
);

CREATE TABLE appraisal_stripped (
    id bigint NOT NULL,
    scheme_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    points double precision NOT NULL,
    reason character varying(1000) NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_appraisal_stripped PRIMARY KEY (id)
);

CREATE TABLE appraised_unit (
    scheme_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    confirmed_at bigint,
    appeal character varying(2000) NOT NULL,
    appeal_answer character varying(2000) NOT NULL,
    CONSTRAINT pk_appraised_unit PRIMARY KEY (scheme_id, unit_id)
);

CREATE TABLE challenge (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    title character varying(200) NOT NULL,
    need character varying(2000) NOT NULL,
    measure character varying(1000) NOT NULL,
    field_unit_id bigint NOT NULL,
    bids_until date NOT NULL,
    due_on date NOT NULL,
    state integer NOT NULL,
    chosen_unit_id bigint,
    choice_reason character varying(1000) NOT NULL,
    charge character varying(2000) NOT NULL,
    signed_by character varying(60) NOT NULL,
    signed_on date,
    matter_code character varying(24) NOT NULL,
    meeting_due date,
    is_lagging boolean NOT NULL,
    mark integer,
    result character varying(2000) NOT NULL,
    ended_on date,
    at bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_challenge PRIMARY KEY (id)
);

CREATE TABLE challenge_bid (
    challenge_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    plan character varying(2000) NOT NULL,
    milestones character varying(2000) NOT NULL,
    measure character varying(1000) NOT NULL,
    leader character varying(60) NOT NULL,
    at bigint NOT NULL,
    marks character varying(200) NOT NULL,
    mark integer,
    CONSTRAINT pk_challenge_bid PRIMARY KEY (challenge_id, unit_id)
);

CREATE TABLE challenge_meeting (
    id bigint NOT NULL,
    challenge_id bigint NOT NULL,
    held_on date NOT NULL,
    words character varying(2000) NOT NULL,
    is_lagging boolean NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_challenge_meeting PRIMARY KEY (id)
);

CREATE INDEX ix_appraisal_indicator_scheme_id ON appraisal_indicator (scheme_id);

CREATE INDEX ix_appraisal_opinion_scheme_id ON appraisal_opinion (scheme_id);

CREATE INDEX ix_appraisal_scheme_keeper_id ON appraisal_scheme (keeper_id);

CREATE INDEX ix_appraisal_stripped_scheme_id ON appraisal_stripped (scheme_id);

CREATE INDEX ix_challenge_keeper_id_state ON challenge (keeper_id, state);

CREATE INDEX ix_challenge_meeting_challenge_id ON challenge_meeting (challenge_id);
