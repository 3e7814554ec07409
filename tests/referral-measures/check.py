"""Works the 60 referrals out once more, with nothing in common with the program: no import but the standard library.

    python3 check.py            compares with worked.csv (by hand, one line a referral) and answers.csv (the sums)
    python3 check.py --sum      prints answers.csv: the sums of worked.csv, for each scope

Today is December 1, 2026, in New York.
"""
import csv
import pathlib
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

HERE = pathlib.Path(__file__).parent
CODES = HERE.parent.parent / "assets" / "codes"
ZONE, TODAY = ZoneInfo("America/New_York"), date(2026, 12, 1)
SLOW = ("real_estate", "technology_transfer")


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


HOLIDAYS = {date.fromisoformat(row["date"]) for row in table(CODES / "holidays-us.csv")}
REASONS = {(row["list"], row["code"]): row for row in table(CODES / "reasons.csv")}
LISTS = {"reject": "decline", "fail": "fail", "withdraw": "cancel", "recall": "cancel", "auto_recall": "cancel", "consent_lapses": "cancel"}


def local(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(ZONE).date()


def plain(text):
    return date.fromisoformat(text) if text else None


def works(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def count(start, end, stopped=lambda day: False):
    """Business days after start, up to and with end, day by day."""
    day, days = start, 0
    while day < end:
        day += timedelta(1)
        days += works(day) and not stopped(day)
    return days


def due(start, days, shut=()):
    day = start
    while days:
        day += timedelta(1)
        days -= works(day) and day not in shut
    return day


def shut_days(partner):
    """Days on which a partner said that it is closed."""
    shut = set()
    for row in table(HERE / "closures.csv"):
        day = plain(row["from"])
        while row["partner"] == partner and day <= plain(row["to"]):
            shut.add(day)
            day += timedelta(1)
    return shut


def days_of(kind, limit, standard, starts):
    """The days that a manager had set when a clock started, the last one that held; else the standard."""
    set_ = [row for row in table(HERE / "policy.csv") if (row["kind"], row["limit"]) == (kind, limit) and plain(row["from"]) <= starts]
    return int(max(set_, key=lambda row: row["from"])["days"]) if set_ else standard


def verdict(old_enough, yes):
    return "early" if not old_enough else "Y" if yes else "N"


class Referral:
    def __init__(self, facts, events):
        self.facts, self.kind = facts, facts["kind"]
        self.slow, self.shut = self.kind in SLOW, shut_days(facts["partner"])
        kept = []
        for event in events:
            if event["event"] == "undo_last":
                kept.pop()
            elif event["event"] == "undo_send":
                while kept.pop()["event"] != "send":
                    pass
            else:
                kept.append(dict(event, day=local(event["at"])))
        self.events = kept
        self.sent = self.first("send")
        self.walk()

    def first(self, *names):
        return next((event["day"] for event in self.events if event["event"] in names), None)

    def walk(self):
        """Status, end, open question and pauses, by reading the events in order."""
        self.over, self.end, self.held, self.question, self.move, self.stage = False, None, None, None, None, None
        self.stops, self.chapters, self.working = [], [{}], False
        for event in self.events:
            name, day = event["event"], event["day"]
            if name == "ask_information":
                if self.question is None:
                    self.stops.append([day, date.max])
                self.question = event["asked_of"] or "entrepreneur"
            elif name in ("provide_information", "accept", "reject", "start", "progress", "resume", "hold", "complete", "fail", "withdraw", "recall", "auto_recall", "consent_lapses"):
                if self.question is not None:
                    self.stops[-1][1] = day
                self.question = None
            if name in ("start", "progress", "resume"):
                self.working, self.held, self.move, self.stage = True, None, event["next_move"], event["stage"] or self.stage
            if name == "hold":
                self.held = event["reason"]
            yes = any(one["event"] == "accept" for one in self.events if int(one["seq"]) < int(event["seq"]))
            lapse_holds = name == "consent_lapses" and yes
            if lapse_holds:
                self.held = "consent_expired"
            if name in ("reject", "complete", "fail", "withdraw", "recall", "auto_recall", "mark_error") or (name == "consent_lapses" and not yes):
                self.over, self.end = True, event
                self.chapters[-1]["outcome"] = event["outcome"] if name == "complete" else ""
            elif name == "reopen":
                self.over, self.end = False, None
                self.chapters.append({})
            elif name == "confirm":
                self.chapters[-1]["answer"] = event

    def stopped(self, day):
        return day in self.shut or any(start < day <= end for start, end in self.stops)

    def taken(self, start, end, pausing=True):
        if end is None:
            return "never"
        return f"{count(start, end, self.stopped if pausing else lambda day: False)}/{(end - start).days}"

    def after_end(self, *names):
        return [event for event in self.events if event["event"] in names and int(event["seq"]) > int(self.end["seq"])]

    def told(self):
        """Day on which the entrepreneur knew of the end."""
        name, days = self.end["event"], []
        if name == "withdraw":
            days.append(self.end["day"])
        if self.end["notice"] not in ("", "waiting"):
            days.append(local(self.end["notice"]))
        days += [max(plain(event["told_on"]), self.end["day"]) for event in self.after_end("record_next_step")]
        days += [event["day"] for event in self.after_end("confirm")]
        return min(days, default=None)

    def reason(self):
        code = {"auto_recall": "no_response_from_partner", "consent_lapses": "consent_expired"}.get(self.end["event"], self.end["reason"])
        return code, REASONS.get((LISTS.get(self.end["event"]), code))

    def who(self):
        if self.question:
            return self.question
        if self.held:
            table = {"waitlist": "partner", "cohort_or_season_start": "partner", "permit_or_zoning": "third_party", "waiting_third_party": "third_party"}
            return table.get(self.held, "entrepreneur" if self.held == "consent_expired" else "advisor")
        return (self.move or "partner") if self.working else "partner"


def open_all():
    events = {}
    for event in table(HERE / "events.csv"):
        events.setdefault(event["referral"], []).append(event)
    return {facts["referral"]: Referral(facts, events[facts["referral"]]) for facts in table(HERE / "referrals.csv")}


def met_days(all_, one):
    """Days on which the same need of the same business was met, by the partner's word and not against the entrepreneur's."""
    for other in all_.values():
        same = (other.facts["business"], other.kind) == (one.facts["business"], one.kind)
        if same and other.over and other.end["event"] == "complete" and other.end["outcome"] in ("fully_met", "partly_met"):
            if other.chapters[-1].get("answer", {}).get("need_met") != "no":
                yield other.end["day"]


def triage(one):
    if one.facts["origin"] not in ("self_request", "inbound_partner") or not one.events:
        return "-"
    asked = one.events[0]["day"]
    looked = next((event["day"] for event in one.events[1:] if event["party"] == "advisor"), None)
    limit = due(asked, days_of(one.kind, "triage", 2, asked))
    return verdict(TODAY > limit, looked is not None and looked <= limit)


def after_the_end(one, all_, row):
    """What came after a negative end."""
    end, (code, listed) = one.end["day"], one.reason()
    again = [event["day"] for event in one.after_end("re_refer")]
    row["reref"] = verdict(TODAY > due(end, 10), bool(again) and again[0] <= due(end, 10))
    doors = [other.sent for other in all_.values() if other.facts["replaces"] == one.facts["referral"] and other.sent]
    row["door"] = one.taken(end, min(doors), False) if doors else "never"
    steps = one.after_end("record_next_step", "re_refer")
    limit = due(end, days_of(one.kind, "follow_up", 3, end))
    row["follow"] = verdict(TODAY > limit, bool(steps) and steps[0]["day"] <= limit)
    gap = any(step["next_step"] == "no_service_exists" for step in steps)
    if gap or (listed and listed["unmet_need"] == "1"):
        limit = end + timedelta(180)
        row["unmet"] = verdict(TODAY > limit, not any(one.sent <= day <= limit for day in met_days(all_, one)))
        if row["unmet"] == "Y":
            row["ugroup"] = "no_service_exists" if gap else listed["group"]


def said(one):
    answer = one.chapters[-1].get("answer")
    if not one.over:
        return "open"
    if not answer:
        return "unknown"
    return answer["need_met"] + ("_by_advisor" if answer["party"] == "on_behalf" else "")


def lags(one):
    values = []
    for event in one.events:
        is_end = one.over and event["seq"] == one.end["seq"] and event["event"] != "withdraw"
        days = [local(event["notice"])] if event["notice"] not in ("", "waiting") else []
        if is_end and one.told():
            days.append(one.told())
        if event["notice"] or days:
            values.append(one.taken(event["day"], min(days), False) if days else "?")
    return ";".join(values) or "-"


def work_out(one, all_, columns):
    row = dict.fromkeys(columns, "-")
    row["ref"] = one.facts["referral"]
    row["triage"] = triage(one)
    is_out = one.over and (one.end["event"] == "mark_error" or one.end["reason"] == "duplicate")
    row["cohort"] = "draft" if one.sent is None else "out" if is_out else "in"
    if row["cohort"] != "in":
        return row
    sent = one.sent
    sign = one.first("acknowledge", "ask_information", "accept", "reject")
    limit = due(sent, days_of(one.kind, "acknowledge", 2, sent), one.shut)
    row["ack"] = verdict(TODAY > limit, sign is not None and sign <= limit)
    row["tack"] = one.taken(sent, sign)
    decided = one.first("accept", "reject")
    row["tdec"] = one.taken(sent, decided)
    yes = one.first("accept")
    ended = one.end["event"] if one.over else ""
    if decided:
        row["dec"] = "yes" if yes else "no"
        far = int(row["tdec"].split("/")[0]) - days_of(one.kind, "decision", 10 if one.slow else 5, sent)
        row["beside"] = "e3" if far <= -3 else f"e{-far}" if far < 0 else "due" if far == 0 else "l5" if far <= 5 else "l6"
        if not yes:
            row["group"] = REASONS[("decline", one.end["reason"])]["group"] or "-"
    limit = due(sent, 15, one.shut)
    silent = (not one.over or one.end["day"] > limit) and (sign is None or sign > limit)
    row["nores"] = verdict(TODAY > limit, ended == "auto_recall" or silent)
    if yes:
        start = next((max(plain(event["contacted_on"]), yes) for event in one.events if event["event"] == "start"), None)
        row["contact"] = one.taken(yes, start)
        row["compl"] = verdict((TODAY - yes).days >= (360 if one.slow else 180), ended == "complete")
    outcome = one.end["outcome"] if ended == "complete" else ""
    row["rep"] = "Y" if outcome in ("fully_met", "partly_met") else "N"
    row["word"] = said(one)
    heard = [chapter["answer"] for chapter in one.chapters if chapter.get("outcome") in ("fully_met", "partly_met") and "answer" in chapter]
    if heard:
        row["disag"] = "Y" if any(answer["need_met"] == "no" or answer["happened"] != "yes" for answer in heard) else "N"
    known = one.over and (outcome not in ("", "delivered_result_pending") if ended == "complete" else one.reason()[0] not in ("", "no_reason_given"))
    row["known"] = verdict((TODAY - sent).days >= (360 if one.slow else 180), known)
    nothing_more = one.over and one.end["wants_nothing_more"] == "yes"
    if one.over:
        asked = one.end["notice"] not in ("", "waiting") or "answer" in one.chapters[-1]
        step = one.after_end("record_next_step", "re_refer") or nothing_more
        closed = one.told() is not None and bool(asked if ended == "complete" else step)
    else:
        closed = False
        row["open"] = next(name for most, name in ((5, "0-5"), (10, "6-10"), (20, "11-20"), (45, "21-45"), (10**6, "46+")) if count(sent, TODAY) <= most) + "/" + one.who()
    row["loop"] = verdict((TODAY - sent).days >= 90, closed)
    row["lags"] = lags(one)
    if ended in ("reject", "fail", "withdraw", "recall", "auto_recall", "consent_lapses") and not nothing_more and one.end["reason"] != "not_selected":
        after_the_end(one, all_, row)
    row["wd"] = "Y" if ended == "withdraw" else "N"
    row["priv"] = "Y" if ended == "withdraw" and one.end["reason"] == "privacy_concern" else "N"
    if ended == "complete":
        stars = one.chapters[-1].get("answer", {}).get("rating")
        row["stars"] = "early" if (TODAY - one.end["day"]).days < days_of(one.kind, "confirm", 14, one.end["day"]) else stars or "none"
    heard_of = any(event["notice"] not in ("", "waiting") or event["party"] == "entrepreneur" for event in one.events)
    row["reached"] = "Y" if heard_of else "N"
    return row


# The sums. They read the worksheet only, so that they can be checked against it with a pencil.

SCOPES = {
    "all": lambda facts, sent: True,
    "first quarter of 2026": lambda facts, sent: "2026-01-01" <= sent <= "2026-03-31",
    "real_estate": lambda facts, sent: facts["kind"] == "real_estate",
    "Harbor Lenders": lambda facts, sent: facts["partner"] == "Harbor Lenders",
    "Sunset Park": lambda facts, sent: facts["place"] == "Sunset Park",
    "South Shore zone": lambda facts, sent: "South Shore" in facts["zones"].split(";"),
    "Creek zone, first quarter of 2026": lambda facts, sent: "Creek" in facts["zones"].split(";") and "2026-01-01" <= sent <= "2026-03-31",
    "no zone": lambda facts, sent: not facts["zones"],
}


def place_of(percent, days):
    days = sorted(days)
    return days[len(days) * percent // 100] if days else ""


def share_of(part, whole):
    return "" if not whole else str((part * 2000 + whole) // (2 * whole) / 10)


def sums(rows, facts, asked, open_rows):
    """Measure, group, part, value."""
    cohort = [row for row in rows if row["cohort"] == "in"]
    out = []

    def put(measure, group, part, value):
        out.append((measure, group, part, str(value)))

    def share(measure, column, rows=cohort, yes=("Y",), early=("early",)):
        cells = [row[column] for row in rows if row[column] != "-"]
        grown = [cell for cell in cells if cell not in early]
        counted = sum(cell in yes for cell in grown)
        for part, value in (("counted", counted), ("of", len(grown)), ("not_yet_mature", len(cells) - len(grown)), ("percent", share_of(counted, len(grown)))):
            put(measure, "", part, value)

    def times(measure, group, cells):
        done = [tuple(map(int, cell.split("/"))) for cell in cells if "/" in cell]
        put(measure, group, "n", len(done))
        put(measure, group, "not_happened", sum(cell in ("never", "?") for cell in cells))
        for place, name in ((0, "business"), (1, "calendar")):
            for word, percent in (("median", 50), ("p75", 75), ("p90", 90)):
                put(measure, group, f"{word}_{name}_days", place_of(percent, [one[place] for one in done]))

    def column(name, rows=cohort):
        return [row[name] for row in rows]

    put("sent", "", "count", len(cohort))
    put("left_out", "", "count", sum(row["cohort"] == "out" for row in rows))
    share("acknowledged_in_time", "ack")
    times("time_to_acknowledge", "", column("tack"))
    times("time_to_decision", "", column("tdec"))
    for answer in ("yes", "no"):
        times("time_to_decision", answer, [row["tdec"] for row in cohort if row["dec"] == answer])
    decided = [row for row in cohort if row["dec"] != "-"]
    share("accepted_of_decided", "dec", decided, ("yes",))
    yes = len([row for row in decided if row["dec"] == "yes"])
    for part, value in (("counted", yes), ("of", len(cohort)), ("not_yet_mature", 0), ("percent", share_of(yes, len(cohort)))):
        put("accepted_of_sent", "", part, value)
    share("no_response", "nores")
    for group, number in sorted(Counter("" if row["group"] == "-" else row["group"] for row in decided if row["dec"] == "no").items()):
        put("declined_by_reason", group, "counted", number)
        put("declined_by_reason", group, "of", len(decided))
    labels = {"e3": "3 or more days early", "e2": "2 days early", "e1": "1 day early", "due": "On the last day", "l5": "1 to 5 days late", "l6": "6 or more days late"}
    for code, label in labels.items():
        for answer in ("yes", "no"):
            put("decisions_against_due", label, answer, sum(row["beside"] == code and row["dec"] == answer for row in cohort))
    times("time_to_first_contact", "", [row["contact"] for row in cohort if row["contact"] != "-"])
    share("completion", "compl")
    share("known_outcome", "known")
    numbers = {row["ref"] for row in cohort}
    resources = [row for row in table(HERE / "resources.csv") if row["referral"] in numbers]
    for what in ("cents", "square_feet", "minutes", "lab_minutes", "seats"):
        put("resources", what, "records", sum(row["what"] == what for row in resources))
        for part in ("applied", "awarded", "delivered"):
            amounts = [int(row[part]) for row in resources if row["what"] == what and row[part]]
            put("resources", what, part, sum(amounts) if amounts else "")
    share("met_reported", "rep")
    share("met_confirmed", "word", cohort, ("yes", "partly", "yes_by_advisor", "partly_by_advisor"))
    for word in ("yes", "partly", "no", "yes_by_advisor", "partly_by_advisor", "no_by_advisor", "unknown", "open"):
        put("voices", word, "count", column("word").count(word))
    share("disagreement", "disag")
    stars = [int(row["stars"]) for row in cohort if row["stars"].isdigit()]
    put("rating", "", "mean", (sum(stars) * 20 + len(stars)) // (2 * len(stars)) / 10 if stars else "")
    share("rating", "stars", cohort, tuple("12345"))
    share("loop_closed", "loop")
    times("notice_lag", "", [cell for row in cohort for cell in row["lags"].split(";") if cell != "-"])
    share("re_referred", "reref")
    times("time_to_next_door", "", [row["door"] for row in cohort if row["door"] != "-"])
    share("unmet_need", "unmet")
    unmet = [row for row in cohort if row["unmet"] == "Y"]
    for measure, name in (("unmet_by_reason", lambda row: row["ugroup"]), ("unmet_by_kind", lambda row: facts[row["ref"]]["kind"]), ("unmet_by_place", lambda row: facts[row["ref"]]["place"])):
        for group, number in sorted(Counter(map(name, unmet)).items()):
            put(measure, group, "count", number)
    share("withdrawn", "wd")
    share("withdrawn_for_privacy", "priv")
    share("followed_up", "follow")
    share("triaged", "triage", asked)
    ages = Counter(row["open"] for row in open_rows if row["open"] != "-")
    for age in ("0-5", "6-10", "11-20", "21-45", "46+"):
        for ball in ("advisor", "partner", "entrepreneur", "third_party", "nobody"):
            if ages[f"{age}/{ball}"]:
                put("open_by_age", f"{age} business days, {ball}", "count", ages[f"{age}/{ball}"])
    people = {}
    for row in cohort:
        language, business = facts[row["ref"]]["language"], facts[row["ref"]]["business"]
        people.setdefault(language, {}).setdefault(business, []).append(row["reached"])
    for language in sorted(people):
        put("reach", language, "counted", sum("Y" in cells for cells in people[language].values()))
        put("reach", language, "of", len(people[language]))
    accepted = [row for row in cohort if row["dec"] == "yes"]
    done = [row for row in accepted if row["stars"] != "-"]
    confirmed = [row for row in done if row["word"].startswith(("yes", "partly"))]
    for step, list_ in (("sent", cohort), ("decided", decided), ("accepted", accepted), ("completed", done), ("confirmed", confirmed)):
        put("funnel", step, "count", len(list_))
    return out


def all_sums(worked, all_):
    facts = {number: one.facts for number, one in all_.items()}
    for name, wanted in SCOPES.items():
        day = lambda moment: str(moment) if moment else ""
        rows = [row for row in worked if wanted(facts[row["ref"]], day(all_[row["ref"]].sent))]
        asked = [row for row in worked if wanted(facts[row["ref"]], day(all_[row["ref"]].events[0]["day"] if all_[row["ref"]].events else None))]
        still = [row for row in worked if wanted(facts[row["ref"]], "2026-02-01")]
        for line in sums(rows, facts, asked, still):
            yield (name, *line)


def main():
    worked, all_ = table(HERE / "worked.csv"), open_all()
    if "--sum" in sys.argv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(("scope", "measure", "group", "part", "value"))
        writer.writerows(all_sums(worked, all_))
        return 0
    faults = 0
    for row in worked:
        again = work_out(all_[row["ref"]], all_, list(row))
        for column, cell in row.items():
            if again[column] != cell:
                faults += 1
                print(f"referral {row['ref']}, {column}: {cell} by hand, {again[column]} by this script")
    expected = [tuple(row.values()) for row in table(HERE / "answers.csv")]
    for line in set(expected) ^ set(all_sums(worked, all_)):
        faults += 1
        print("sum differs:", line)
    print(f"{len(worked)} referrals, {len(worked) * (len(worked[0]) - 1)} cells, {len(expected)} sums: {faults} differences")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
