import Diagnosis
import Secrets
import Texts

/// A bundle as `FILE.tar.gz`.
package enum EvidenceFile {
    package enum Failure: Error, Equatable, Sendable {
        case gzip(GzipError)
        case bundle(EvidenceBundle.Failure)

        package var phrase: Phrase {
            switch self {
            case .gzip(.tooLarge): Phrase("evidence.tooLarge", ["limit": "\(EvidenceBundle.limit >> 20)"])
            case .gzip: Phrase("evidence.notTar")
            case .bundle(let failure): failure.phrase
            }
        }
    }

    package static func bytes(_ bundle: EvidenceBundle, known: [Secret]) throws(Failure) -> [UInt8] {
        do throws(EvidenceBundle.Failure) {
            return try packed(TarArchive.write(try bundle.entries(known: known)))
        } catch {
            throw .bundle(error)
        }
    }

    private static func packed(_ bytes: [UInt8]) throws(EvidenceBundle.Failure) -> [UInt8] {
        guard let packed = try? Gzip.whole(bytes) else { throw .part("gzip") }
        return packed
    }

    package static func bundle(_ bytes: [UInt8]) throws(Failure) -> EvidenceBundle {
        let entries = try unpacked(bytes)
        do throws(EvidenceBundle.Failure) {
            var bundle = try EvidenceBundle(entries)
            for index in bundle.nodes.indices { bundle.nodes[index].readCertificates() }
            return bundle
        } catch {
            throw .bundle(error)
        }
    }

    private static func unpacked(_ bytes: [UInt8]) throws(Failure) -> [TarArchive.Entry] {
        var reader = TarReader()
        var count = 0
        do {
            var gunzip = try Gunzip()
            try gunzip.push(bytes) { (piece) throws(Failure) in
                count += piece.count
                guard count <= EvidenceBundle.limit else { throw .gzip(.tooLarge) }
                do throws(TarArchive.Failure) { try reader.push(Array(piece)[...]) } catch {
                    throw .bundle(.archive(error))
                }
            }
            try gunzip.finish()
        } catch let error as GzipError {
            throw .gzip(error)
        } catch GunzipFailure<Failure>.gzip(let error) {
            throw .gzip(error)
        } catch GunzipFailure<Failure>.taker(let error) {
            throw error
        } catch {
            throw .gzip(.damaged)
        }
        do throws(TarArchive.Failure) { return try reader.finish() } catch { throw .bundle(.archive(error)) }
    }
}
