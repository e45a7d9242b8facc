namespace EmbeddedAws.S3.Wire;

/// <summary>
/// Tells which operation of S3 a request is, supported or not, by its name in
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
/// </summary>
internal static class OperationNames
{
    /// <summary>The preflight of a browser, which S3 answers without giving it a name.</summary>
    public const string Preflight = "Preflight";

    /// <summary>The name where S3 has no such operation.</summary>
    public const string Unknown = "Unknown";

    /// <summary>
    /// Method, what it is sent to, what the request has (a dash: nothing needed), and the name. The first row that fits holds,
    /// so rows that need more come first.
    /// </summary>
    private const string Table = """
        GET    service -                                      ListBuckets
        DELETE bucket  analytics                              DeleteBucketAnalyticsConfiguration
        DELETE bucket  cors                                   DeleteBucketCors
        DELETE bucket  encryption                             DeleteBucketEncryption
        DELETE bucket  intelligent-tiering                    DeleteBucketIntelligentTieringConfiguration
        DELETE bucket  inventory                              DeleteBucketInventoryConfiguration
        DELETE bucket  lifecycle                              DeleteBucketLifecycle
        DELETE bucket  metadataConfiguration                  DeleteBucketMetadataConfiguration
        DELETE bucket  metadataTable                          DeleteBucketMetadataTableConfiguration
        DELETE bucket  metrics                                DeleteBucketMetricsConfiguration
        DELETE bucket  ownershipControls                      DeleteBucketOwnershipControls
        DELETE bucket  policy                                 DeleteBucketPolicy
        DELETE bucket  publicAccessBlock                      DeletePublicAccessBlock
        DELETE bucket  replication                            DeleteBucketReplication
        DELETE bucket  tagging                                DeleteBucketTagging
        DELETE bucket  website                                DeleteBucketWebsite
        DELETE bucket  -                                      DeleteBucket
        GET    bucket  analytics&id                           GetBucketAnalyticsConfiguration
        GET    bucket  intelligent-tiering&id                 GetBucketIntelligentTieringConfiguration
        GET    bucket  inventory&id                           GetBucketInventoryConfiguration
        GET    bucket  metrics&id                             GetBucketMetricsConfiguration
        GET    bucket  abac                                   GetBucketAbac
        GET    bucket  accelerate                             GetBucketAccelerateConfiguration
        GET    bucket  acl                                    GetBucketAcl
        GET    bucket  analytics                              ListBucketAnalyticsConfigurations
        GET    bucket  cors                                   GetBucketCors
        GET    bucket  encryption                             GetBucketEncryption
        GET    bucket  intelligent-tiering                    ListBucketIntelligentTieringConfigurations
        GET    bucket  inventory                              ListBucketInventoryConfigurations
        GET    bucket  lifecycle                              GetBucketLifecycleConfiguration
        GET    bucket  list-type=2                            ListObjectsV2
        GET    bucket  location                               GetBucketLocation
        GET    bucket  logging                                GetBucketLogging
        GET    bucket  metadataConfiguration                  GetBucketMetadataConfiguration
        GET    bucket  metadataTable                          GetBucketMetadataTableConfiguration
        GET    bucket  metrics                                ListBucketMetricsConfigurations
        GET    bucket  notification                           GetBucketNotificationConfiguration
        GET    bucket  object-lock                            GetObjectLockConfiguration
        GET    bucket  ownershipControls                      GetBucketOwnershipControls
        GET    bucket  policy                                 GetBucketPolicy
        GET    bucket  policyStatus                           GetBucketPolicyStatus
        GET    bucket  publicAccessBlock                      GetPublicAccessBlock
        GET    bucket  replication                            GetBucketReplication
        GET    bucket  requestPayment                         GetBucketRequestPayment
        GET    bucket  session                                CreateSession
        GET    bucket  tagging                                GetBucketTagging
        GET    bucket  uploads                                ListMultipartUploads
        GET    bucket  versioning                             GetBucketVersioning
        GET    bucket  versions                               ListObjectVersions
        GET    bucket  website                                GetBucketWebsite
        GET    bucket  -                                      ListObjects
        HEAD   bucket  -                                      HeadBucket
        OPTIONS bucket -                                      Preflight
        POST   bucket  delete                                 DeleteObjects
        POST   bucket  metadataConfiguration                  CreateBucketMetadataConfiguration
        POST   bucket  metadataTable                          CreateBucketMetadataTableConfiguration
        POST   bucket  -                                      PostObject
        PUT    bucket  abac                                   PutBucketAbac
        PUT    bucket  accelerate                             PutBucketAccelerateConfiguration
        PUT    bucket  acl                                    PutBucketAcl
        PUT    bucket  analytics                              PutBucketAnalyticsConfiguration
        PUT    bucket  cors                                   PutBucketCors
        PUT    bucket  encryption                             PutBucketEncryption
        PUT    bucket  intelligent-tiering                    PutBucketIntelligentTieringConfiguration
        PUT    bucket  inventory                              PutBucketInventoryConfiguration
        PUT    bucket  lifecycle                              PutBucketLifecycleConfiguration
        PUT    bucket  logging                                PutBucketLogging
        PUT    bucket  metadataInventoryTable                 UpdateBucketMetadataInventoryTableConfiguration
        PUT    bucket  metadataJournalTable                   UpdateBucketMetadataJournalTableConfiguration
        PUT    bucket  metrics                                PutBucketMetricsConfiguration
        PUT    bucket  notification                           PutBucketNotificationConfiguration
        PUT    bucket  object-lock                            PutObjectLockConfiguration
        PUT    bucket  ownershipControls                      PutBucketOwnershipControls
        PUT    bucket  policy                                 PutBucketPolicy
        PUT    bucket  publicAccessBlock                      PutPublicAccessBlock
        PUT    bucket  replication                            PutBucketReplication
        PUT    bucket  requestPayment                         PutBucketRequestPayment
        PUT    bucket  tagging                                PutBucketTagging
        PUT    bucket  versioning                             PutBucketVersioning
        PUT    bucket  website                                PutBucketWebsite
        PUT    bucket  -                                      CreateBucket
        DELETE object  tagging                                DeleteObjectTagging
        DELETE object  uploadId                               AbortMultipartUpload
        DELETE object  -                                      DeleteObject
        GET    object  acl                                    GetObjectAcl
        GET    object  attributes                             GetObjectAttributes
        GET    object  legal-hold                             GetObjectLegalHold
        GET    object  retention                              GetObjectRetention
        GET    object  tagging                                GetObjectTagging
        GET    object  torrent                                GetObjectTorrent
        GET    object  uploadId                               ListParts
        GET    object  -                                      GetObject
        HEAD   object  -                                      HeadObject
        OPTIONS object -                                      Preflight
        POST   object  restore                                RestoreObject
        POST   object  select                                 SelectObjectContent
        POST   object  uploadId                               CompleteMultipartUpload
        POST   object  uploads                                CreateMultipartUpload
        PUT    object  partNumber&uploadId&x-amz-copy-source  UploadPartCopy
        PUT    object  partNumber&uploadId                    UploadPart
        PUT    object  acl                                    PutObjectAcl
        PUT    object  encryption                             UpdateObjectEncryption
        PUT    object  legal-hold                             PutObjectLegalHold
        PUT    object  renameObject                           RenameObject
        PUT    object  retention                              PutObjectRetention
        PUT    object  tagging                                PutObjectTagging
        PUT    object  x-amz-copy-source                      CopyObject
        PUT    object  -                                      PutObject
        """;

    private static readonly ILookup<(string Method, string Level), Row> Rows =
        Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToLookup(cells => (cells[0], cells[1]), cells => new Row(cells[2] == "-" ? [] : cells[2].Split('&'), cells[3]));

    /// <summary>The query parameters that choose an operation by being there. Those that stand for headers are signed like these, and <c>list-type</c>, which chooses between two lists, is signed by nobody.</summary>
    public static readonly IReadOnlySet<string> Parameters = Rows.SelectMany(rows => rows).Select(row => row.Needs.FirstOrDefault()).OfType<string>().Where(need => !need.StartsWith("x-amz-", StringComparison.Ordinal) && !need.StartsWith("list-type", StringComparison.Ordinal)).ToHashSet();

    public static string Of(HttpRequest request)
    {
        var target = RawTarget.Of(request);
        var level = target.Bucket.Length == 0 ? "service" : target.Key.Length == 0 ? "bucket" : "object";
        var traits = new HashSet<string>(target.Query.SelectMany(p => new[] { p.Name, $"{p.Name}={p.Value}" }));
        if (request.Headers.ContainsKey("x-amz-copy-source"))
            traits.Add("x-amz-copy-source");
        return Rows[(request.Method, level)].FirstOrDefault(row => row.Needs.All(traits.Contains))?.Name ?? Unknown;
    }

    private sealed record Row(string[] Needs, string Name);
}
