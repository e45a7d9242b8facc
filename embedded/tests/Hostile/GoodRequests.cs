using System.Text;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>Requests of DynamoDB with which nothing is wrong, for what is altered in them: each gets as far as it can.</summary>
internal static class GoodRequests
{
    private const string Names = """
        "ExpressionAttributeNames":{"#o":"owner","#m":"m"}
        """;

    private const string Item =
        """{"id":{"S":"a"},"age":{"N":"1"},"owner":{"S":"ann"},"n":{"N":"-1.50"},"b":{"B":"AQI="},"m":{"M":{"a":{"L":[{"S":"x"},{"NULL":true},{"BOOL":false}]}}},"ss":{"SS":["a","b"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]}}""";

    private static readonly (string Operation, string Body)[] All =
    [
        ("PutItem", """{"TableName":"$table","Item":$item,"ReturnValues":"ALL_OLD","ReturnConsumedCapacity":"TOTAL"}"""),
        ("PutItem", """{"TableName":"$table","Item":$item,"ConditionExpression":"attribute_not_exists(zz) OR (#o = :a AND size(#m) > :n)",$names,"ExpressionAttributeValues":{":a":{"S":"ann"},":n":{"N":"0"}}}"""),
        ("UpdateItem", """{"TableName":"$table","Key":{"id":{"S":"u"},"age":{"N":"2"}},"UpdateExpression":"SET l = list_append(if_not_exists(l, :l), :l), #m = :m, c = if_not_exists(c, :n) + :n, #o = :s ADD ns :ns, d :n DELETE ss :ss REMOVE gone",$names,"ExpressionAttributeValues":{":l":{"L":[{"N":"1"}]},":m":{"M":{"a":{"S":"b"}}},":n":{"N":"1"},":s":{"S":"ann"},":ns":{"NS":["3"]},":ss":{"SS":["z"]}},"ReturnValues":"UPDATED_NEW"}"""),
        ("GetItem", """{"TableName":"$table","Key":{"id":{"S":"a"},"age":{"N":"1"}},"ProjectionExpression":"#m.a[0], #o, id",$names,"ConsistentRead":true}"""),
        ("DeleteItem", """{"TableName":"$table","Key":{"id":{"S":"d"},"age":{"N":"1"}},"ConditionExpression":"NOT contains(id, :x) AND (attribute_not_exists(n) OR n BETWEEN :y AND :z)","ExpressionAttributeValues":{":x":{"S":"q"},":y":{"N":"0"},":z":{"N":"9"}},"ReturnValues":"NONE"}"""),
        ("Query", """{"TableName":"$table","KeyConditionExpression":"id = :i AND age BETWEEN :y AND :z","FilterExpression":"#o IN (:i, :o) OR begins_with(#o, :o) OR attribute_type(#m, :t)","ProjectionExpression":"id, age","Limit":2,"ScanIndexForward":false,$names,"ExpressionAttributeValues":{":i":{"S":"a"},":y":{"N":"0"},":z":{"N":"9"},":o":{"S":"an"},":t":{"S":"M"}}}"""),
        ("Query", """{"TableName":"$table","IndexName":"by-owner","KeyConditionExpression":"#o = :o","ExpressionAttributeNames":{"#o":"owner"},"ExpressionAttributeValues":{":o":{"S":"ann"}},"ExclusiveStartKey":{"id":{"S":"a"},"age":{"N":"1"},"owner":{"S":"ann"}},"Select":"ALL_ATTRIBUTES","ReturnConsumedCapacity":"INDEXES"}"""),
        ("Scan", """{"TableName":"$table","FilterExpression":"n > :n","ExpressionAttributeValues":{":n":{"N":"-5"}},"Segment":0,"TotalSegments":1,"Limit":3,"ExclusiveStartKey":{"id":{"S":"a"},"age":{"N":"1"}}}"""),
        ("BatchGetItem", """{"RequestItems":{"$table":{"Keys":[{"id":{"S":"a"},"age":{"N":"1"}},{"id":{"S":"b"},"age":{"N":"1"}}],"ProjectionExpression":"id","ConsistentRead":true}},"ReturnConsumedCapacity":"TOTAL"}"""),
        ("BatchWriteItem", """{"RequestItems":{"$table":[{"PutRequest":{"Item":$item}},{"DeleteRequest":{"Key":{"id":{"S":"b"},"age":{"N":"1"}}}}]}}"""),
        ("TransactGetItems", """{"TransactItems":[{"Get":{"TableName":"$table","Key":{"id":{"S":"a"},"age":{"N":"1"}},"ProjectionExpression":"id"}},{"Get":{"TableName":"$table","Key":{"id":{"S":"b"},"age":{"N":"1"}}}}]}"""),
        ("TransactWriteItems", """{"TransactItems":[{"Put":{"TableName":"$table","Item":$item}},{"Update":{"TableName":"$table","Key":{"id":{"S":"t"},"age":{"N":"1"}},"UpdateExpression":"ADD n :n","ExpressionAttributeValues":{":n":{"N":"1"}}}},{"Delete":{"TableName":"$table","Key":{"id":{"S":"b"},"age":{"N":"1"}}}},{"ConditionCheck":{"TableName":"$table","Key":{"id":{"S":"c"},"age":{"N":"1"}},"ConditionExpression":"attribute_not_exists(zz)"}}],"ReturnConsumedCapacity":"TOTAL"}"""),
        ("DescribeTable", """{"TableName":"$table"}"""),
        ("ListTables", """{"Limit":1,"ExclusiveStartTableName":"aaa"}"""),
    ];

    /// <summary>How many there are.</summary>
    public static int Count => All.Length;

    /// <summary>One of them.</summary>
    /// <param name="number">Which.</param>
    /// <param name="table">The table, with the keys <c>id</c> and <c>age</c> and the index <c>by-owner</c>.</param>
    public static (string Operation, string Body) Of(int number, string table) =>
        (All[number].Operation, new StringBuilder(All[number].Body).Replace("$table", table).Replace("$item", Item).Replace("$names", Names).ToString());
}
