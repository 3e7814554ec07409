//! Where another system may be called: over https, at an address of the open network. Pure.
//!
//! Why: whoever names an address could otherwise have this program call what only this machine or its network reaches.

use crate::values::Complaint;
use axum::http::Uri;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An address that may be called. https; in a demo folder also http on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

/// As long as an address may be.
const MOST: usize = 500;

impl Address {
    /// Reads an address as typed.
    pub fn parse(typed: &str, is_demo: bool) -> Result<Self, Complaint> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Complaint::new("Say where the other system is called, such as https://example.org/fairfloor"));
        }
        let plain = typed.len() <= MOST && typed.bytes().all(|byte| byte.is_ascii_graphic()) && !typed.contains(['#', '@', '\\']);
        let uri = typed.parse::<Uri>().ok().filter(|_| plain);
        let host = uri.as_ref().and_then(Uri::host).unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let is_here = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        match uri.as_ref().and_then(Uri::scheme_str) {
            _ if host.is_empty() => {
                Err(Complaint::new("This is no web address. Write it as https://example.org/fairfloor, without a name, a password or a #"))
            }
            Some("http") if is_demo && is_here => Ok(Self(typed.to_owned())),
            Some("https") if host.parse::<IpAddr>().is_ok_and(|ip| !is_demo && !is_outside(ip)) => {
                Err(Complaint::new("This address lies in a private network. Name one that is open to the internet"))
            }
            Some("https") => Ok(Self(typed.to_owned())),
            _ => Err(Complaint::new("The address must begin with https://")),
        }
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// True for an address of the open network: of no private, local, shared, reserved or translated range.
pub fn is_outside(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_outside_v4(ip),
        IpAddr::V6(ip) => ip.to_ipv4_mapped().map_or_else(|| is_outside_v6(ip), is_outside_v4),
    }
}

fn is_outside_v4(ip: Ipv4Addr) -> bool {
    let [first, second, third, _] = ip.octets();
    let is_odd =
        matches!((first, second, third), (0 | 240..=255, _, _) | (100, 64..=127, _) | (192, 0, 0) | (192, 88, 99) | (198, 18 | 19, _));
    !(is_odd || ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_documentation() || ip.is_multicast())
}

fn is_outside_v6(ip: Ipv6Addr) -> bool {
    // Only what is given out to the open network, without what is translated to IPv4 on the way, or for examples.
    match ip.segments() {
        [0x2001, 0..=0x01ff | 0x0db8, ..] | [0x2002, ..] | [0x3fff, 0..=0x0fff, ..] => false,
        [first, ..] => (0x2000..=0x3fff).contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_open_network_is_called() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "198.18.0.1",
            "192.0.2.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "2001:db8::1",
            "2001::1",
            "::10.0.0.1",
        ] {
            assert!(!is_outside(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "2a00:1450:4001::1", "::ffff:8.8.8.8"] {
            assert!(is_outside(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn an_address_is_https_and_names_nobody() {
        assert!(Address::parse(" https://example.org:8443/hooks?x=1 ", false).is_ok());
        for wrong in [
            "",
            "example.org",
            "http://example.org/",
            "ftp://example.org/",
            "https://",
            "https:///x",
            "https://user:pass@example.org/",
            "https://example.org/#x",
            "https://10.0.0.1/",
            "https://[::1]/",
            "https://127.0.0.1/",
            "http://127.0.0.1:99/",
            "javascript:alert(1)",
            "https://exa mple.org/",
            "https://example.org\\@10.0.0.1/",
        ] {
            assert!(Address::parse(wrong, false).is_err(), "{wrong}");
        }
        assert!(Address::parse("http://127.0.0.1:4711/x", true).is_ok() && Address::parse("http://example.org/", true).is_err());
    }
}
