//! Output packed by the ending of its file: `.gz` by gzip, `.zst` by Zstandard.
//!
//! Both encoders are plain Rust: `flate2` over `miniz_oxide`, and `ruzstd`.

use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress};
use std::io::{self, Write};
use std::path::Path;

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    Plain,
    Gzip,
    Zstd,
}

/// What one frame of Zstandard holds. A file is as many frames as it takes: the encoder packs what is
/// there and cannot be fed bit by bit.
const FRAME: usize = 4 << 20;

impl Packing {
    /// The packing that an ending asks for, and the name without that ending.
    pub fn of(target: &Path) -> (Packing, &Path) {
        let stem = || target.file_stem().map_or(target, Path::new);
        match target.extension().map(|e| e.to_ascii_lowercase()) {
            Some(ending) if ending == "gz" => (Packing::Gzip, stem()),
            Some(ending) if ending == "zst" => (Packing::Zstd, stem()),
            _ => (Packing::Plain, target),
        }
    }

    /// Passes on what is written, packed.
    ///
    /// # Errors
    /// What the writer meets.
    pub fn write<W: Write>(
        self,
        mut out: W,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<W> {
        match self {
            Packing::Plain => write(&mut out).map(|()| out),
            Packing::Gzip => {
                // Speed before size: a list of millions of rows waits for its packing.
                let mut packed = GzEncoder::new(out, flate2::Compression::fast());
                write(&mut packed)?;
                packed.finish()
            }
            Packing::Zstd => {
                let mut frames = Frames { out, held: Vec::with_capacity(FRAME) };
                write(&mut frames)?;
                frames.pack()?;
                Ok(frames.out)
            }
        }
    }
}

/// Zstandard, frame by frame.
struct Frames<W> {
    out: W,
    held: Vec<u8>,
}

impl<W: Write> Frames<W> {
    fn pack(&mut self) -> io::Result<()> {
        let mut packed = Vec::with_capacity(self.held.len() / 2);
        compress(self.held.as_slice(), &mut packed, CompressionLevel::Fastest);
        self.held.clear();
        self.out.write_all(&packed)
    }
}

impl<W: Write> Write for Frames<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(FRAME - self.held.len());
        self.held.extend_from_slice(&bytes[..taken]);
        if self.held.len() == FRAME {
            self.pack()?;
        }
        Ok(taken)
    }

    /// What is held stays until its frame is full: small frames pack badly.
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn long() -> Vec<u8> {
        (0..1_000_000).flat_map(|i| format!("{}\n", i * 7 % 1_009).into_bytes()).collect()
    }

    #[test]
    fn the_ending_decides_and_leaves_the_ending_below_it() {
        assert_eq!(Packing::of(Path::new("a.csv.GZ")), (Packing::Gzip, Path::new("a.csv")));
        assert_eq!(Packing::of(Path::new("x/a.jsonl.zst")), (Packing::Zstd, Path::new("a.jsonl")));
        assert_eq!(Packing::of(Path::new("a.csv")), (Packing::Plain, Path::new("a.csv")));
    }

    #[test]
    fn what_is_packed_unpacks_to_itself() {
        for text in [Vec::new(), b"seeker,partner\n".to_vec(), long()] {
            let pack =
                |packing: Packing| packing.write(Vec::new(), |out| out.write_all(&text)).expect("in memory");
            let mut plain = Vec::new();
            flate2::read::GzDecoder::new(pack(Packing::Gzip).as_slice())
                .read_to_end(&mut plain)
                .expect("gzip");
            assert_eq!(plain, text);
            let packed = pack(Packing::Zstd);
            let mut plain = Vec::with_capacity(text.len() + 1);
            ruzstd::decoding::FrameDecoder::new().decode_all_to_vec(&packed, &mut plain).expect("Zstandard");
            assert_eq!(plain, text);
        }
    }
}
