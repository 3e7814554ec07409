//! Somebody with a browser: a jar of cookies, pages, buttons.

use super::Page;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use fairfloor::web::server::Caller;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use tower::ServiceExt;

/// A browser and who sits before it.
#[derive(Clone)]
pub struct Person {
    pub name: &'static str,
    router: Router,
    jar: BTreeMap<String, String>,
    /// Where they call from; nobody knows where unless a test says so.
    from: Option<SocketAddr>,
}

impl Person {
    pub fn new(name: &'static str, router: Router) -> Self {
        Self { name, router, jar: BTreeMap::new(), from: None }
    }

    /// The same, calling from an address of the network.
    #[must_use]
    pub fn calling_from(mut self, address: &str) -> Self {
        self.from = Some(SocketAddr::new(address.parse().unwrap(), 4711));
        self
    }

    /// Keeps a cookie.
    pub fn keep(&mut self, name: &str, value: &str) {
        self.jar.insert(name.to_owned(), value.to_owned());
    }

    /// A cookie, if there is one.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.jar.get(name).map(String::as_str)
    }

    /// Opens an address and goes where it leads.
    pub async fn open(&mut self, path: &str) -> Page {
        let page = self.look(path).await;
        self.follow(page).await
    }

    /// Opens an address and stays there.
    pub async fn look(&mut self, path: &str) -> Page {
        let request = Request::get(path).header("sec-fetch-site", "none").body(Body::empty()).unwrap();
        self.send(path, request).await
    }

    /// Posts fields as a form of this site would, and stays there.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(encoded(fields)))
            .unwrap();
        self.send(path, request).await
    }

    /// Sends an empty change as a script of this site would, and stays there.
    pub async fn patch(&mut self, path: &str) -> Page {
        let request = Request::patch(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from("{}"))
            .unwrap();
        self.send(path, request).await
    }

    /// Posts a file with other fields, as a form of this site would, and stays there.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], name: &str, content: &str) -> Page {
        let mut body = String::new();
        for (field, value) in fields {
            body += &format!("--border\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        }
        body += &format!(
            "--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n{content}\r\n--border--\r\n"
        );
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=border")
            .body(Body::from(body))
            .unwrap();
        self.send(path, request).await
    }

    /// Finds the form with that button on the page, fills it in, posts it, and goes where that leads.
    pub async fn press(&mut self, page: &Page, button: &str, typed: &[(&str, &str)]) -> Page {
        let form = page.form_with(button);
        let fields = form.filled(button, typed);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = if form.is_post {
            self.post(&form.action, &fields).await
        } else {
            self.look(&format!("{}?{}", form.action, encoded(&fields))).await
        };
        self.follow(answer).await
    }

    async fn follow(&mut self, page: Page) -> Page {
        let mut page = page;
        for _ in 0..5 {
            let Some(next) = page.leads_to().map(str::to_owned) else { return page };
            page = self.look(&next).await;
        }
        panic!("{} is sent around in a circle at {}", self.name, page.path);
    }

    /// Sends a request as it is, with the cookies of the jar.
    pub async fn send(&mut self, path: &str, mut request: Request<Body>) -> Page {
        if !self.jar.is_empty() {
            let cookies = self.jar.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
            request.headers_mut().insert(header::COOKIE, cookies.parse().unwrap());
        }
        if let Some(from) = self.from {
            request.extensions_mut().insert(Caller(from));
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body(), 64 << 20).await.unwrap().to_vec();
        self.note_cookies(&headers);
        assert_ne!(status, StatusCode::INTERNAL_SERVER_ERROR, "{} broke {path}: {}", self.name, String::from_utf8_lossy(&body));
        Page { status, headers, body, path: path.to_owned() }
    }

    fn note_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if value.is_empty() || cookie.contains("Max-Age=0") {
                self.jar.remove(name);
            } else {
                self.keep(name, value);
            }
        }
    }
}

/// Fields as a browser writes them.
pub fn encoded(fields: &[(&str, &str)]) -> String {
    let escape = |text: &str| {
        text.bytes()
            .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
            .collect::<String>()
    };
    fields.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect::<Vec<_>>().join("&")
}
