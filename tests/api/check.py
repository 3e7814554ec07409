"""The API against its own description: schemathesis asks the real program on a made-up city what its OpenAPI document promises, with sense
and without. Nothing may break, and nothing may be answered that is not in the document. Before that, a system of our own is told of a
referral and checks who called. FAIRFLOOR names the program, SCHEMATHESIS the
command; tests/run makes it one in a place of its own."""
import base64
import hashlib
import hmac
import html
import http.cookiejar
import http.server
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

FAIRFLOOR = os.environ["FAIRFLOOR"]
SCHEMATHESIS = os.environ["SCHEMATHESIS"]
HOOKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "hooks.py")
# Whatever fits the document may still be refused by a rule, by a tag, by a key, or because there is no such record.
REFUSALS = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429]


class Browser:
    def __init__(self, url):
        self.url = url
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path):
        return self.opener.open(self.url + path, timeout=20).read().decode()

    def post(self, path, fields):
        body = urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(self.url + path, body, {"Sec-Fetch-Site": "same-origin"})
        return self.opener.open(request, timeout=20).read().decode()


def sign_in(url, told):
    """A manager in a browser."""
    browser = Browser(url)
    link = urllib.parse.urlparse(next(one for one in told["accounts"] if one["role"] == "manager")["sign_in_link"]).path
    browser.get(link)
    browser.post(link, [])
    return browser


def be_told(url, browser, token):
    """A system of our own: its address is named, a draft is prepared, and what calls it is who it says."""
    calls = []

    class Told(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            calls.append((dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
            # The first call is not taken, as it happens.
            self.send_response(503 if len(calls) == 1 else 204)
            self.end_headers()

        def log_message(self, *words):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Told)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.get("/hooks")
    key, program = (re.search(pattern, page).group(1) for pattern in (r'name="key" value="([^"]*)"', r'<option value="([^"]+)"'))
    fields = [("key", key), ("url", f"http://127.0.0.1:{server.server_port}/told"), ("program", program), ("event", "create")]
    shown = html.unescape(browser.post("/hooks", fields))
    secret = base64.b64decode(re.search(r"whsec_([A-Za-z0-9+/=]+)", shown).group(1))
    client = last_of(url, token, "clients")["id"]
    draft = {"client": client, "kind": "real_estate", "need": "3,000 sq ft", "urgency": "no_rush"}
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Idempotency-Key": "told"}
    request = urllib.request.Request(f"{url}/api/v1/referrals", json.dumps(draft).encode(), headers)
    referral = json.load(urllib.request.urlopen(request, timeout=20))["id"]
    until = time.monotonic() + 120
    while len(calls) < 2 and time.monotonic() < until:
        time.sleep(0.2)
    server.shutdown()
    assert len(calls) == 2, f"{len(calls)} calls came"
    for headers, body in calls:
        said, call, at = json.loads(body), headers["webhook-id"], headers["webhook-timestamp"]
        signed = hmac.new(secret, f"{call}.{at}.".encode() + body, hashlib.sha256).digest()
        assert headers["webhook-signature"] == "v1," + base64.b64encode(signed).decode(), "the call is not signed"
        assert abs(time.time() - int(at)) < 300 and call == f"{referral}.1", (call, at)
        assert (said["type"], said["data"]["referral"], said["data"]["status"]) == ("referral.create", referral, "draft"), said
    print("a system of our own was told, asked for it again, and knows who called")


def make_token(browser):
    """As a manager does it: ticks everything, and copies what is shown once."""
    page = browser.get("/tokens")
    boxes = re.findall(r'<input type="checkbox"[^>]* name="(program|scope)" value="([^"]*)"', page)
    key, until = (re.search(rf'name="{name}"[^>]* value="([^"]*)"', page).group(1) for name in ("key", "expires_on"))
    fields = [("key", key), ("name", "Fuzzer"), ("expires_on", until), ("per_minute", "6000"), ("password", ""), ("code", ""), *boxes]
    return re.search(r"fairfloor_[0-9a-z]{52}", html.unescape(browser.post("/tokens", fields))).group(0)


def last_of(url, token, name):
    """The last record of a list."""
    request = urllib.request.Request(f"{url}/api/v1/{name}?limit=200", headers={"Authorization": f"Bearer {token}"})
    return json.load(urllib.request.urlopen(request, timeout=20))["items"][-1]


def settings(url, token):
    """Real records for addresses, so that what lies behind them is reached."""
    lines = ['[checks]', "missing_required_header.expected-statuses = [400, 428]", f"positive_data_acceptance.expected-statuses = {json.dumps([200, 201, 304] + REFUSALS)}",
             f"negative_data_rejection.expected-statuses = {json.dumps(REFUSALS)}"]
    for name in ("clients", "services", "referrals"):
        changes = "" if name == "referrals" else ', "header.If-Match" = "*"'
        lines += ["[[operations]]", f'include-path = "/api/v1/{name}/{{id}}"',
                  f'parameters = {{ "path.id" = "{last_of(url, token, name)["id"]}"{changes} }}']
    return "\n".join(lines) + "\n"


def main():
    with tempfile.TemporaryDirectory() as directory:
        data = os.path.join(directory, "data")
        told = json.loads(subprocess.run([FAIRFLOOR, "demo", "--data", data, "--clients", "40", "--no-serve", "--json"], check=True,
                                         capture_output=True, text=True).stdout)
        log = open(os.path.join(directory, "log"), "w+")
        server = subprocess.Popen([FAIRFLOOR, "serve", "--data", data, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=log,
                                  text=True, env={**os.environ, "RUST_LOG": "warn"})
        try:
            url = re.search(r"http://\S+", server.stdout.readline()).group(0)
            browser = sign_in(url, told)
            token = make_token(browser)
            be_told(url, browser, token)
            config = os.path.join(directory, "schemathesis.toml")
            with open(config, "w") as file:
                file.write(settings(url, token))
            client = last_of(url, token, "clients")
            known = {"CLIENT": client["id"], "PROGRAM": client["programs"][0], "SCHEMATHESIS_HOOKS": HOOKS}
            ran = subprocess.run([SCHEMATHESIS, "--config-file", config, "run", f"{url}/api/openapi.json", "--checks", "all", "--max-examples",
                                  os.environ.get("EXAMPLES", "40"), "--seed", "641", "--workers", "1", "--generation-database", "none",
                                  "--header", f"Authorization: Bearer {token}"], cwd=directory, text=True, env={**os.environ, **known})
        finally:
            server.terminate()
            ended = server.wait(timeout=30)
        log.seek(0)
        broken = [line for line in log if "ERROR" in line or "panicked" in line]
        assert not broken, broken[:5]
        assert ended == 0, f"the program ended with {ended}"
        verified = subprocess.run([FAIRFLOOR, "verify", "--data", data], capture_output=True, text=True)
        assert verified.returncode == 0, verified.stderr + verified.stdout
        sys.exit(ran.returncode)


main()
