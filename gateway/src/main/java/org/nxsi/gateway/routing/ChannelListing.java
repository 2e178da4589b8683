package org.nxsi.gateway.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.gateway.catalogue.Channel;
import org.nxsi.gateway.catalogue.Item;
import org.nxsi.gateway.catalogue.OfferedRequest;

/**
 * What {@code GET /{channel}/v1/catalogue} answers.
 *
 * @param source the annex that lists the items
 */
record ChannelListing(String channel, String title, String source, int count, List<Row> items) {

    private static final String NOTICE = "宁人社办发〔2020〕2号 附件";

    /**
     * @param number in the annex
     * @param name as in the annex
     * @param path with the channel's prefix
     * @param more further requests of the item, such as {@code GET /web/v1/employers/me/profile}
     */
    record Row(
            int number,
            @Nullable String scope,
            String name,
            String operation,
            String kind,
            String method,
            String path,
            List<String> more,
            boolean open) {}

    static ChannelListing of(Channel channel) {
        List<Row> rows =
                channel.items().stream().map(item -> row(channel, item)).toList();
        return new ChannelListing(channel.name(), channel.title(), NOTICE + channel.annex(), rows.size(), rows);
    }

    private static Row row(Channel channel, Item item) {
        OfferedRequest main = item.operation().mainRequest();
        List<String> more = item.operation().requests().stream()
                .skip(1)
                .map(request -> request.method() + " " + path(channel, request))
                .toList();
        return new Row(
                item.number(),
                item.scope(),
                item.name(),
                item.operation().name(),
                item.operation().kind().label(),
                main.method().name(),
                path(channel, main),
                more,
                item.operation().open());
    }

    private static String path(Channel channel, OfferedRequest request) {
        return "/" + channel.name() + request.path().getPatternString();
    }
}
