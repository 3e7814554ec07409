"""Mail really delivered: the real program hands a notice to a real mail server (aiosmtpd) over STARTTLS, with an authority of our own and
a password. FAIRFLOOR names the program. Needs python3-aiosmtpd and openssl."""
import html
import http.cookiejar
import json
import os
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

FAIRFLOOR = os.environ["FAIRFLOOR"]
PASSWORD = "copper teapot"


class Box:
    """Keeps what it takes; refuses the partner's letter once, as a server does that greylists."""

    def __init__(self):
        self.letters, self.deferred = [], 0

    async def handle_DATA(self, server, session, envelope):
        letter = message_from_bytes(envelope.content, policy=policy.default)
        if self.deferred == 0 and "/p/" in letter.get_content():
            self.deferred += 1
            return "451 4.7.1 Greylisted, try again later"
        self.letters.append((envelope.rcpt_tos, letter, session.ssl is not None))
        return "250 taken"


def sign_in(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (b"fairfloor", PASSWORD.encode()))


def openssl(directory, *arguments):
    subprocess.run(["openssl", *arguments], cwd=directory, check=True, capture_output=True)


def certificates(directory):
    """An authority of our own, and a certificate for 127.0.0.1 that it signed."""
    openssl(directory, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2",
            "-subj", "/CN=Test authority", "-addext", "basicConstraints=critical,CA:TRUE")
    openssl(directory, "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "mail.key", "-out", "mail.csr", "-subj", "/CN=127.0.0.1")
    with open(os.path.join(directory, "ext"), "w") as file:
        file.write("subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n")
    openssl(directory, "x509", "-req", "-in", "mail.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "mail.pem",
            "-days", "2", "-extfile", "ext")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(os.path.join(directory, "mail.pem"), os.path.join(directory, "mail.key"))
    return context


class Browser:
    def __init__(self, url):
        self.url = url
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path):
        return self.opener.open(self.url + path, timeout=20).read().decode()

    def press(self, page, action, **typed):
        """Posts the form to an address, with its hidden fields."""
        forms = re.findall(r"<form([^>]*)>(.*?)</form>", page, re.S)
        form = next(inside for head, inside in forms if f'action="{action}"' in head or "action=" not in head)
        fields = {}
        for tag in re.findall(r"<input[^>]*>", form):
            name, value = re.search(r' name="([^"]*)"', tag), re.search(r' value="([^"]*)"', tag)
            if name:
                fields[name.group(1)] = html.unescape(value.group(1)) if value else ""
        fields.update(typed)
        request = urllib.request.Request(self.url + action, urllib.parse.urlencode(fields).encode(), {"Sec-Fetch-Site": "same-origin"})
        return self.opener.open(request, timeout=20).read().decode()


def enter(url, told, role):
    browser = Browser(url)
    path = urllib.parse.urlparse(next(one for one in told["accounts"] if one["role"] == role)["sign_in_link"]).path
    browser.press(browser.get(path), path)
    return browser


def renew(advisor, told):
    """The newest link for a partner, of the first referral that has one."""
    for referral in told["referrals"]:
        page, action = advisor.get(f"/referrals/{referral}"), f"/referrals/{referral}/links"
        if f'action="{action}"' in page:
            advisor.press(page, action)
            return
    sys.exit("no referral waits for a partner")


def wait_for(what, seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if what():
            return
        time.sleep(0.2)
    sys.exit("nothing came in time")


def partners_letter(box):
    """The letter that carries a partner's link, once it has come."""
    return next((one for one in list(box.letters) if "/p/" in one[1].get_content()), None)


def main():
    with tempfile.TemporaryDirectory() as directory:
        context, box = certificates(directory), Box()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        controller = Controller(box, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True, authenticator=sign_in,
                                auth_required=True)
        controller.start()
        password = os.path.join(directory, "password")
        with open(os.open(password, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
            file.write(PASSWORD + "\n")
        with open(os.path.join(directory, "fairfloor.toml"), "w") as file:
            file.write(f'[mail]\nserver = "127.0.0.1"\nport = {port}\nsecurity = "starttls"\nuser = "fairfloor"\n'
                       f'password_file = "{password}"\nca_file = "{directory}/ca.pem"\nfrom = "Fairfloor <office@city.test>"\ntimeout = 10\n')
        data = os.path.join(directory, "data")
        told = json.loads(subprocess.run([FAIRFLOOR, "demo", "--data", data, "--clients", "40", "--no-serve", "--json"], check=True,
                                         capture_output=True, text=True).stdout)
        server = subprocess.Popen([FAIRFLOOR, "serve", "--data", data, "--listen", "127.0.0.1:0", "--config", f"{directory}/fairfloor.toml"],
                                  stdout=subprocess.PIPE, text=True, env={**os.environ, "RUST_LOG": "warn"})
        try:
            url = re.search(r"http://\S+", server.stdout.readline()).group(0)
            manager, advisor = enter(url, told, "manager"), enter(url, told, "advisor")
            manager.press(manager.get("/referrals/clocks"), "/referrals/clocks/held", minutes="0")
            renew(advisor, told)
            wait_for(lambda: box.deferred == 1, 30)
            wait_for(lambda: "asked us to try again later" in html.unescape(advisor.get("/outbox?show=trouble")), 30)
            # Other letters of the city go out beside it.
            wait_for(lambda: partners_letter(box), 120)
        finally:
            server.terminate()
            ended = server.wait(timeout=30)
        to, letter, is_secret = partners_letter(box)
        text = letter.get_content()
        assert is_secret, "the letter went in plain"
        assert ended == 0, f"the program ended with {ended}"
        assert letter["From"] == "Fairfloor <office@city.test>" and letter["Message-ID"].endswith("@city.test>"), letter.as_string()
        assert f"{url}/p/" in text and len(to) == 1, text
        names = [one["Message-ID"] for _, one, _ in box.letters]
        assert len(names) == len(set(names)), "a letter came twice"
        print(f"delivered over TLS with our own authority, after one greylisting: {len(names)} letter(s), none twice")
        controller.stop()


main()
