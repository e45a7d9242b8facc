using System.Xml;
using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Objects;

namespace EmbeddedAws.S3.Operations;

/// <summary>Uploads and parts as the listings show them.</summary>
internal static class UploadXml
{
    public static void WriteCommon(XmlWriter xml, MultipartUpload upload)
    {
        Owner.Write(xml, "Initiator");
        Owner.Write(xml);
        xml.WriteElementString("StorageClass", "STANDARD");
        if (upload.NamedAlgorithm.Length == 0)
            return;
        xml.WriteElementString("ChecksumAlgorithm", upload.NamedAlgorithm);
        xml.WriteElementString("ChecksumType", upload.ChecksumType);
    }

    public static void WriteUpload(XmlWriter xml, MultipartUpload upload, string key)
    {
        xml.WriteStartElement("Upload");
        xml.WriteElementString("Key", key);
        xml.WriteElementString("UploadId", upload.Id);
        xml.WriteElementString("Initiated", StoredObject.Iso(upload.Initiated));
        WriteCommon(xml, upload);
        xml.WriteEndElement();
    }

    public static void WritePart(XmlWriter xml, Part part)
    {
        xml.WriteStartElement("Part");
        xml.WriteNumber("PartNumber", part.Number);
        xml.WriteElementString("LastModified", StoredObject.Iso(part.Modified));
        xml.WriteElementString("ETag", part.ETag);
        xml.WriteNumber("Size", part.Size);
        xml.WriteElementString(ChecksumAlgorithm.Of(part.Algorithm).Element, part.Checksum);
        xml.WriteEndElement();
    }
}
