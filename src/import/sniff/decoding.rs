//! Bytes of some encoding as UTF-8, piece by piece.

use crate::store::ContentReader;
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8};
use std::io::{Error, ErrorKind, Read, Result, Seek, SeekFrom};

/// Bytes that are read at once.
const PIECE: usize = 32 * 1024;

/// A text as UTF-8, whatever it was.
pub struct Decoded {
    from: ContentReader,
    mark: usize,
    /// Nothing where the bytes are UTF-8 already.
    decoder: Option<Decoder>,
    has_begun: bool,
    raw: Vec<u8>,
    /// What is decoded and not yet taken, and from where.
    ready: Vec<u8>,
    at: usize,
    is_at_end: bool,
    is_broken: bool,
}

impl Decoded {
    pub(super) fn new(from: ContentReader, mark: usize, coding: &'static Encoding) -> Self {
        // Behind a mark nobody has looked yet whether the bytes are what it says.
        let decoder = (coding != UTF_8 || mark > 0).then(|| coding.new_decoder_without_bom_handling());
        Self { from, mark, decoder, has_begun: false, raw: Vec::new(), ready: Vec::new(), at: 0, is_at_end: false, is_broken: false }
    }

    /// True where the bytes were not what the encoding says.
    pub fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// Decodes the next piece.
    fn fill(&mut self) -> Result<()> {
        let Some(decoder) = &mut self.decoder else { return Ok(()) };
        self.at = 0;
        self.ready.clear();
        while self.ready.is_empty() && !self.is_at_end {
            self.raw.resize(PIECE, 0);
            let read = self.from.read(&mut self.raw)?;
            self.is_at_end = read == 0;
            self.ready.resize(PIECE * 4, 0);
            let raw = self.raw.get(..read).unwrap_or_default();
            let (result, _, written, had_errors) = decoder.decode_to_utf8(raw, &mut self.ready, self.is_at_end);
            self.ready.truncate(written);
            if had_errors || result == CoderResult::OutputFull {
                self.is_broken = true;
                return Err(Error::from(ErrorKind::InvalidData));
            }
        }
        Ok(())
    }
}

impl Read for Decoded {
    fn read(&mut self, held: &mut [u8]) -> Result<usize> {
        if !self.has_begun {
            self.from.seek(SeekFrom::Start(self.mark as u64))?;
            self.has_begun = true;
        }
        if self.decoder.is_none() {
            return self.from.read(held);
        }
        if self.at >= self.ready.len() {
            self.fill()?;
        }
        let ready = self.ready.get(self.at..).unwrap_or_default();
        let count = ready.len().min(held.len());
        if let (Some(held), Some(ready)) = (held.get_mut(..count), ready.get(..count)) {
            held.copy_from_slice(ready);
        }
        self.at += count;
        Ok(count)
    }
}

/// True where all of it is UTF-8.
pub fn is_utf_8(mut from: ContentReader) -> Result<bool> {
    let (mut held, mut kept) = (vec![0; PIECE], 0);
    loop {
        // What is kept from the piece before is the beginning of a letter.
        let Some(room) = held.get_mut(kept..) else { return Ok(false) };
        let read = from.read(room)?;
        if read == 0 {
            return Ok(kept == 0);
        }
        let end = kept + read;
        match std::str::from_utf8(held.get(..end).unwrap_or_default()) {
            Ok(_) => kept = 0,
            Err(cause) if cause.error_len().is_none() => {
                held.copy_within(cause.valid_up_to()..end, 0);
                kept = end - cause.valid_up_to();
            }
            Err(_) => return Ok(false),
        }
    }
}
