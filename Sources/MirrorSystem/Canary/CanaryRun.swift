import Containerd
import Diagnosis
import Glibc
import MirrorCore
import RegistryClient
import Threads

/// Pushes a canary to the mirror, has the node pull it, and takes both away again, whatever happens in between.
package struct CanaryRun {
    package let mirror: MirrorEndpoint
    package let registryHost: String
    package let caCertPath: String?
    package let dockerConfigPath: String?
    package let puller: any CanaryPuller
    /// `nil`: the best one that is there.
    package let means: CanaryReport.Puller?

    package init(
        mirror: MirrorEndpoint,
        registryHost: String,
        caCertPath: String?,
        dockerConfigPath: String?,
        puller: any CanaryPuller,
        means: CanaryReport.Puller?
    ) {
        self.mirror = mirror
        self.registryHost = registryHost
        self.caCertPath = caCertPath
        self.dockerConfigPath = dockerConfigPath
        self.puller = puller
        self.means = means
    }

    /// - Parameter progress: after every step.
    package func run(_ cancellation: Cancellation, progress: (CanaryReport.Step, CanaryReport.Outcome) -> Void)
        -> CanaryReport
    {
        var generator = SystemRandomNumberGenerator()
        let nonce = (0..<2).map { _ in
            let digits = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
        let image = CanaryImage(nonce: nonce, registryHost: registryHost)
        var report = CanaryReport(image: image, mirror: mirror, node: puller.node)
        func note(_ step: CanaryReport.Step, _ outcome: CanaryReport.Outcome) {
            report.outcomes[step] = outcome
            progress(step, outcome)
        }
        let pushed = push(image, cancellation)
        note(.push, pushed.outcome)
        if pushed.outcome == .done, !cancellation.isCancelled {
            report.puller = means ?? puller.available()
            let (pulled, compared) = pull(image, report, cancellation)
            report.pulledDigest = pulled.digest
            note(.pull, pulled.outcome)
            note(.compare, compared)
        }
        report.isInterrupted = cancellation.isCancelled
        // From here on nobody interrupts: nothing is to stay behind.
        if let means = report.puller { note(.removeFromNode, removeFromNode(image, means, report)) }
        if pushed.mayHaveManifest {
            note(.removeFromMirror, removeFromMirror(image))
        } else if pushed.mayHaveBlobs {
            _ = removeFromMirror(image)
        }
        return report
    }

    private func pull(
        _ image: CanaryImage,
        _ report: CanaryReport,
        _ cancellation: Cancellation
    ) -> (pulled: (outcome: CanaryReport.Outcome, digest: String?), compared: CanaryReport.Outcome) {
        guard let means = report.puller else { return ((.failed("crictl, ctr: not found"), nil), .skipped) }
        do throws(NodeShell.Failure) {
            let digest = try puller.pull(image.reference, by: means, cancellation)
            let same = report.matches(digest)
            return ((.done, digest), same ? .done : .failed("\(digest), \(image.config.digest)"))
        } catch {
            return ((.failed(error.text), nil), .skipped)
        }
    }

    // MARK: The mirror

    private func client(_ cancellation: Cancellation?) throws(HTTPFailure) -> RegistryClient {
        guard let root = HTTPURL(mirror.rootURL) else { throw .other("bad URL") }
        let (_, trust) = readCAFile(caCertPath)
        let credential = readDockerConfig(dockerConfigPath, for: mirror).credential
        return RegistryClient(
            root: root,
            transport: try HTTPTransport(trust: trust),
            credential: credential,
            limits: { HTTPLimits(connectMilliseconds: 5000, totalMilliseconds: 15_000) },
            continues: { _ in cancellation?.isCancelled != true }
        )
    }

    private func push(_ image: CanaryImage, _ cancellation: Cancellation) -> (
        outcome: CanaryReport.Outcome, mayHaveManifest: Bool, mayHaveBlobs: Bool
    ) {
        let repository = image.repository(at: mirror)
        do throws(HTTPFailure) {
            let client = try self.client(cancellation)
            for part in [image.layer, image.config] {
                let answer = client.putBlob(part.bytes, digest: part.digest, repository: repository)
                if let problem = Self.problem(answer, wanted: 201) { return (.failed(problem), false, true) }
            }
            let answer = client.putManifest(
                image.manifest.bytes,
                type: image.manifest.mediaType,
                repository: repository,
                tag: CanaryImage.tag
            )
            // An answer that did not arrive says nothing about what the registry did.
            guard let problem = Self.problem(answer, wanted: 201) else { return (.done, true, true) }
            return (.failed(problem), answer.response == nil, true)
        } catch {
            return (.failed("\(error)"), false, false)
        }
    }

    /// The manifest, and with it the tag; then the blobs, which a registry's own clean-up takes where it keeps them.
    private func removeFromMirror(_ image: CanaryImage) -> CanaryReport.Outcome {
        let repository = image.repository(at: mirror)
        do throws(HTTPFailure) {
            let client = try self.client(nil)
            let answer = client.deleteManifest(image.manifest.digest, repository: repository)
            let isGone = answer.response?.status == 404
            if !isGone, let problem = Self.problem(answer, wanted: 202) { return .failed(problem) }
            for part in [image.layer, image.config] { _ = client.deleteBlob(part.digest, repository: repository) }
            return .done
        } catch {
            return .failed("\(error)")
        }
    }

    private static func problem(_ exchange: HTTPExchange, wanted: Int) -> String? {
        switch exchange.result {
        case .failure(let failure): return "\(failure)"
        case .success(let response):
            if response.status == wanted || response.status == 200 { return nil }
            let codes = response.errorCodes.map { bounded($0, to: 64) }.joined(separator: ", ")
            return "\(bounded(response.url.text)): \(HTTPStatus.line(response.status)) \(codes)"
        }
    }

    /// containerd may still be at it when the pull was broken off: looks again until nothing comes any more.
    private func removeFromNode(_ image: CanaryImage, _ means: CanaryReport.Puller, _ report: CanaryReport)
        -> CanaryReport.Outcome
    {
        let name = image.reference.dropLast(CanaryImage.tag.count + 1)
        let names = [image.config.digest, "\(name)@\(image.manifest.digest)"]
        let wasPulled = report.pulledDigest != nil
        var wasThere = wasPulled
        do throws(NodeShell.Failure) {
            // kubelet may have begun to pull anew just before its pod went.
            let mayComeBack = report.isInterrupted || means == .kubelet
            for look in 0..<(mayComeBack ? 12 : 2) {
                if look > 0 { pause(milliseconds: mayComeBack ? 250 : 1) }
                guard try puller.holds(image.reference, by: means) else {
                    if wasPulled, !report.isInterrupted { return .done }
                    continue
                }
                wasThere = true
                try puller.remove(image.reference, alsoKnownAs: names, by: means)
            }
            if try puller.holds(image.reference, by: means) { return .failed(image.reference) }
            return wasThere ? .done : .skipped
        } catch {
            return .failed(error.text)
        }
    }
}
