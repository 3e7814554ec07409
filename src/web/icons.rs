//! The icons, drawn as strokes on a grid of 24.

use maud::{Markup, html};

/// An icon by what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say what they draw")]
pub enum Icon {
    Today,
    Clients,
    Referrals,
    Partners,
    Reports,
    Import,
    Accounts,
    Record,
    Outbox,
    Plus,
    Search,
    Phone,
    Message,
    Lock,
    Eye,
    Cross,
    Tick,
    Dots,
    Tray,
    Print,
    Download,
    Money,
    Note,
    Map,
    Sites,
    Glass,
    Erase,
    Filing,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Today => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8.5 15l2.3 2.2L15.5 13",
            Self::Clients => {
                "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.5M16 4.4a3.3 3.3 0 0 1 0 6.3M18 14.8c2 .7 3.2 2.4 3.5 5.2"
            }
            Self::Referrals => "M4 7h11M11.5 3.5 15 7l-3.5 3.5M20 17H9M12.5 13.5 9 17l3.5 3.5",
            Self::Partners => "M3 20V10l6 3.5V10l6 3.5V4h5v16zM3 20h18",
            Self::Reports => "M4 20V4M4 20h16M8 16h6M8 11.5h10M8 7h3.5",
            Self::Import => "M12 4v10M8 10.5l4 4 4-4M4 16v4h16v-4",
            Self::Accounts => "M12 11a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.600zM4.500 20.500c.5-4 3.500-6 7.500-6s7 2 7.500 6",
            Self::Record => "M6 3h12v18H6zM9 8h6M9 12h6M9 16h4",
            Self::Outbox => "M4 6h16v12H4zM4 7l8 6 8-6",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Search => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20",
            Self::Phone => {
                "M6 3.5h4l1.5 5-2.3 1.6a12 12 0 0 0 4.7 4.7l1.6-2.3 5 1.5v4A2.5 2.5 0 0 1 18 20.500C10.500 20 4 13.500 3.500 6A2.500 2.500 0 0 1 6 3.500z"
            }
            Self::Message => "M4 5h16v11H10l-4.500 4v-4H4zM8 9h8M8 12.500h5",
            Self::Lock => "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
            Self::Eye => {
                "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
            }
            Self::Cross => "M6 6l12 12M18 6 6 18",
            Self::Tick => "M5 12.5 10 17.5 19 7",
            Self::Dots => "M5 12h.01M12 12h.01M19 12h.01",
            Self::Tray => "M4 13 6.500 5h11L20 13v6H4zM4 13h4.500l1.500 2.500h4l1.500-2.500H20",
            Self::Print => "M7 9V4h10v5M5 9h14v8h-3M8 14h8v6H8zM8 17H5V9",
            Self::Download => "M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 20h14",
            Self::Money => "M3 6h18v12H3zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6.500 12h.01M17.500 12h.01",
            Self::Map => "M3.5 6.500 9 4l6 2.500L20.500 4v13.500L15 20l-6-2.500L3.500 20zM9 4v13.500M15 6.500V20",
            Self::Sites => "M4 20V6l8-3v17M12 9l8 3v8M2 20h20M7.5 9v.1M7.5 13v.1M16 15v.1",
            Self::Glass => "M12 3 5 6v6c0 4.5 3 7.500 7 9 4-1.500 7-4.500 7-9V6zM13 7.500l-3 4h4l-3 4.500",
            Self::Erase => "M5 7h14M10 4h4M7 7l1 13h8l1-13M10.500 11v5.500M13.500 11v5.500",
            Self::Filing => "M4 20V9h16v11zM6.500 9V4h11v5M9 13h6M8 6.500h.1",
            Self::Note => "M5 4h14v11l-5 5H5zM14 20v-5h5M8.500 9h7M8.500 12.500h4",
        }
    }
}

/// An icon of a size in pixels. It says nothing by itself: words stand beside it.
pub fn icon(which: Icon, size: u32) -> Markup {
    let stroke = if which == Icon::Dots { 3 } else { 2 };
    html! {
        svg width=(size) height=(size) viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width=(stroke) stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false" {
            path d=(which.path()) {}
        }
    }
}

/// The mark of the house: a work bench.
pub fn mark() -> Markup {
    html! {
        svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false" { path d="M2 6h22v4H2zM2 13h22v4H2zM5 17h3v6H5zM18 17h3v6h-3z" fill="currentColor" {} }
    }
}
