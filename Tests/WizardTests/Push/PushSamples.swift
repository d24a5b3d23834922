import Diagnosis
import Texts
import Wizard

/// A package of 212 images and pushes of it.
enum PushSamples {
    static let package = "bmpackages_1.33.200.tar.xz"

    static func name(_ index: Int) -> String {
        switch index {
        case 3: "gcr.io/anthos-baremetal-release/a-very-long-path/that-no-line-of-eighty-columns/can-show/ais:v1.33.200"
        case 5: "gcr.io/anthos-baremetal-release/evil\u{1B}[2J\u{202E}name:1"
        default: "gcr.io/anthos-baremetal-release/image-\(index):v1.\(index)"
        }
    }

    static let list = PackageInventory(
        images: (0..<212).map { index in
            PackageItem(
                name: name(index),
                registryHost: "gcr.io",
                bytes: (index % 17 + 1) << 22,
                blobs: index % 5 + 2,
                trouble: index == 2 ? Phrase("package.truncated", ["name": "image-2.tar", "offset": "1024"]) : nil
            )
        },
        others: ["README.txt"]
    )

    static let refused = Finding(
        code: "MIR0902",
        severity: .error,
        evidence: ["403 DENIED requested access to the resource is denied\u{1B}[2J"],
        arguments: ["status": "403", "repository": "mirror/anthos-baremetal-release/image-7"],
        parts: ["step": Phrase("push.step.upload")]
    )

    static let busy = Finding(
        code: "MIR0907",
        severity: .error,
        evidence: ["503"],
        arguments: ["words": "503"],
        parts: ["step": Phrase("push.step.upload")]
    )

    /// `done` images are over, one of them failed; the next four are in work.
    static func progress(done: Int, failing: Bool = true) -> PushProgress {
        var progress = PushProgress(images: list.images.map { PushProgress.Image(name: $0.name, total: $0.bytes) })
        progress.total = list.bytes
        for index in progress.images.indices {
            let size = progress.images[index].total
            if index < done {
                progress.images[index].settled = size
                progress.images[index].stage = index % 3 == 1 ? .present : .pushed
            } else if index < done + 3 {
                progress.images[index].settled = size / (index - done + 2)
            } else if index == done + 3 {
                progress.images[index].settled = size
                progress.images[index].stage = .readingBack(blobs: 3, of: 5)
            }
            if failing, index == 7, done > 7 {
                progress.images[index].settled = size / 2
                progress.images[index].stage = .failed(refused)
            }
        }
        progress.settled = progress.images.reduce(0) { $0 + $1.settled }
        progress.percent = progress.settled * 100 / progress.total
        progress.secondsLeft = (progress.total - progress.settled) / (94 << 20)
        progress.acknowledged = progress.settled / 2
        progress.sentBytes = progress.settled / 2
        progress.mountedBytes = progress.settled / 8
        progress.presentBytes = progress.settled / 3
        progress.openBlobs = 3 * (212 - done)
        progress.openBytes = (progress.total - progress.settled) / 4 * 3
        progress.mountableBlobs = 212 - done
        progress.mountableBytes = (progress.total - progress.settled) / 4
        progress.retries = 3
        progress.trouble = busy
        progress.bytesPerSecond = 94 << 20
        progress.seconds = 61
        return progress
    }
}

extension Walk {
    /// Names the package and lets the edge look at its beginning.
    mutating func choosePackage(_ path: String = PushSamples.package) {
        go(to: .pushPackage)
        type(path)
        guard case .checking(let request) = state.push.file else { return }
        send(.timer(.checkPackage(request)))
        send(.packageChecked(request, .found(PackageGlance(form: .compressed("xz", blocks: 96), bytes: 4 << 30))))
    }

    mutating func listPackage() {
        press(.enter)
        guard case .reading(let request, _) = state.push.listing else { return }
        send(.packageListed(request, .listed(PushSamples.list)))
    }

    /// As far as the push page, with a target typed.
    mutating func preparePush(_ target: String = "172.18.0.20:5000/mirror") {
        choosePackage()
        listPackage()
        go(to: .pushTarget)
        if !target.isEmpty {
            press(.control("u"))
            type(target)
        }
        go(to: .push)
    }
}
